package dev.caplens.bench.pairs;

import dev.caplens.bench.pairs.Transport.Direction;
import org.HdrHistogram.Histogram;

/// Messages at a fixed rate. Message `n` is due at `start + n * interval`, and its time runs from
/// then until it has been read, whether or not the sender was able to send it in time: a stall
/// counts for every message that was due during it, and nothing is left out (no coordinated
/// omission). Both ends read the same clock, the system's monotonic one.
final class OpenLoop {

  private static final long LEAD_NANOS = 5_000_000;
  private static final int LOOK_MASK = 0xff;

  private OpenLoop() {}

  /// Takes times of messages that were due in the part that counts.
  private static final class Clock implements Sink {
    private final Account account;
    private final Histogram nanos = new Histogram(3);
    private final long start;
    private final long interval;
    private final long countsFrom;

    Clock(Account account, long start, long interval, long countsFrom) {
      this.account = account;
      this.start = start;
      this.interval = interval;
      this.countsFrom = countsFrom;
    }

    @Override
    public void accept(long address, int bytes) {
      account.accept(address, bytes);
      long due = start + account.last(0) * interval;
      if (due >= countsFrom) {
        nanos.recordValue(Math.max(0, System.nanoTime() - due));
      }
    }
  }

  /// Seat 0: receives and measures.
  static String receive(Seat seat) {
    Account account = new Account(seat.task().payloadBytes(), 1);
    Later later = new Later();
    Receiver receiver = seat.transport().receiver(Direction.THERE, later);
    seat.meet();
    long start = System.nanoTime() + LEAD_NANOS;
    long countsFrom = start + seat.pace().warmUpMillis() * 1_000_000L;
    long end =
        countsFrom + (long) seat.pace().iterations() * seat.pace().iterationMillis() * 1_000_000L;
    Clock clock = new Clock(account, start, interval(seat), countsFrom);
    later.sink = clock;
    seat.control().start(start);
    long bytes = -Seat.allocated();
    while (System.nanoTime() < end) {
      seat.poll(receiver);
    }
    bytes += Seat.allocated();
    double perMessage = (double) bytes / Math.max(1, account.received());
    seat.control().phase(Control.STOPPING);
    seat.drain(receiver, account);
    return Outcome.of(clock.nanos, perMessage + seat.control().bytesPerMessage(1));
  }

  /// The receiver has to be there before anybody sends, and the clock begins when all are there.
  private static final class Later implements Sink {
    private Sink sink =
        (_, _) -> {
          throw new BrokenSequence("a message arrived before any was sent");
        };

    @Override
    public void accept(long address, int bytes) {
      sink.accept(address, bytes);
    }
  }

  /// Seat 1: sends each message when it is due, or as soon as it can.
  static void send(Seat seat) {
    Sender sender = seat.transport().sender(Direction.THERE);
    long interval = interval(seat);
    seat.meet();
    while (seat.control().start() == 0) {
      seat.patience().idle();
    }
    long start = seat.control().start();
    long bytes = -Seat.allocated();
    long sent = 0;
    while ((sent & LOOK_MASK) != 0 || seat.control().phase() != Control.STOPPING) {
      while (System.nanoTime() < start + sent * interval) {
        Thread.onSpinWait();
      }
      seat.send(sender, sent);
      sent++;
    }
    seat.control().end(1, sent, bytes + Seat.allocated(), sent);
  }

  private static long interval(Seat seat) {
    return 1_000_000_000L / seat.task().rate();
  }
}
