package dev.caplens.bench.pairs;

import dev.caplens.bench.pairs.Transport.Direction;
import org.HdrHistogram.Histogram;

/// One message there and back, and then the next: a closed loop. The time of a trip is that of the
/// trip alone; a stall of the machine lengthens one trip, and keeps the others from being asked
/// for.
final class RoundTrip {

  private static final int BATCH = 64;
  private static final int LOOK_MASK = 0xff;

  private RoundTrip() {}

  /// Seat 0: calls and measures.
  static String call(Seat seat) {
    Account account = new Account(seat.task().payloadBytes(), 1);
    Caller caller =
        new Caller(
            seat,
            account,
            seat.transport().sender(Direction.THERE),
            seat.transport().receiver(Direction.BACK, account));
    seat.meet();
    caller.callFor(seat.pace().warmUpMillis(), new Histogram(3));
    Histogram nanos = new Histogram(3);
    long bytes = -Seat.allocated();
    caller.callFor(seat.pace().iterations() * seat.pace().iterationMillis(), nanos);
    bytes += Seat.allocated();
    seat.control().end(0, account.received(), 0, 0);
    seat.control().phase(Control.STOPPING);
    while (seat.control().sent(1) == 0) {
      seat.patience().idle();
    }
    double echo = seat.control().bytesPerMessage(1);
    return Outcome.of(nanos, (double) bytes / nanos.getTotalCount() + echo);
  }

  private record Caller(Seat seat, Account account, Sender sender, Receiver receiver) {

    void callFor(int millis, Histogram nanos) {
      long end = System.nanoTime() + millis * 1_000_000L;
      while (System.nanoTime() < end) {
        for (int i = 0; i < BATCH; i++) {
          nanos.recordValue(trip());
        }
      }
    }

    private long trip() {
      long number = account.received();
      long start = System.nanoTime();
      seat.send(sender, number);
      do {
        seat.poll(receiver);
      } while (account.received() == number);
      return System.nanoTime() - start;
    }
  }

  /// Seat 1: sends every message back.
  static void echo(Seat seat) {
    Account account = new Account(seat.task().payloadBytes(), 1);
    Sender sender = seat.transport().sender(Direction.BACK);
    Receiver receiver =
        seat.transport()
            .receiver(
                Direction.THERE,
                (address, bytes) -> {
                  account.accept(address, bytes);
                  seat.send(sender, account.last(0));
                });
    seat.meet();
    long bytes = -Seat.allocated();
    for (int looks = 1; ; looks++) {
      seat.poll(receiver);
      if ((looks & LOOK_MASK) == 0 && seat.control().phase() == Control.STOPPING) {
        break;
      }
    }
    bytes += Seat.allocated();
    account.close(0, seat.control().sent(0));
    seat.control().end(1, account.received(), bytes, account.received());
  }
}
