package dev.caplens.bench.pairs;

import dev.caplens.bench.pairs.Transport.Direction;

/// As many messages as will go, from one or several senders to seat 0.
final class Throughput {

  private static final int BATCH = 256;

  /// How many polls pass between two looks at the clock.
  private static final int POLLS = 8;

  private Throughput() {}

  /// Seat 0: receives and measures.
  static String receive(Seat seat) {
    Account account = new Account(seat.task().payloadBytes(), seat.task().senders());
    Receiver receiver = seat.transport().receiver(Direction.THERE, account);
    Pace pace = seat.pace();
    seat.meet();
    receiveFor(seat, receiver, pace.warmUpMillis());
    seat.control().phase(Control.MEASURING);
    long bytes = -Seat.allocated();
    long counted = -account.received();
    double best = 0;
    for (int iteration = 0; iteration < pace.iterations(); iteration++) {
      long received = account.received();
      long nanos = receiveFor(seat, receiver, pace.iterationMillis());
      best = Math.max(best, (account.received() - received) * 1e9 / nanos);
    }
    bytes += Seat.allocated();
    counted += account.received();
    seat.control().phase(Control.STOPPING);
    seat.drain(receiver, account);
    double senders = 0;
    for (int sender = 1; sender <= seat.task().senders(); sender++) {
      senders += seat.control().bytesPerMessage(sender) / seat.task().senders();
    }
    return Outcome.of(best, (double) bytes / Math.max(1, counted) + senders);
  }

  private static long receiveFor(Seat seat, Receiver receiver, int millis) {
    long start = System.nanoTime();
    long nanos;
    do {
      receiveSome(seat, receiver);
      nanos = System.nanoTime() - start;
    } while (nanos < millis * 1_000_000L);
    return nanos;
  }

  private static void receiveSome(Seat seat, Receiver receiver) {
    for (int poll = 0; poll < POLLS; poll++) {
      seat.poll(receiver);
    }
  }

  /// Every other seat: sends until it is told to stop.
  static void send(Seat seat) {
    Sender sender = seat.transport().sender(Direction.THERE);
    long first = seat.first();
    long sent = 0;
    long bytes = 0;
    long counted = 0;
    boolean isMeasuring = false;
    seat.meet();
    while (true) {
      sendBatch(seat, sender, first + sent);
      sent += BATCH;
      int phase = seat.control().phase();
      if (phase == Control.STOPPING) {
        break;
      }
      if (phase == Control.MEASURING && !isMeasuring) {
        isMeasuring = true;
        bytes = Seat.allocated();
        counted = sent;
      }
    }
    seat.control().end(seat.index(), sent, Seat.allocated() - bytes, sent - counted);
  }

  private static void sendBatch(Seat seat, Sender sender, long first) {
    for (long sequence = first; sequence < first + BATCH; sequence++) {
      seat.send(sender, sequence);
    }
  }
}
