package dev.caplens.bench.pairs;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// What a seat has at hand. It belongs to the thread that takes the seat.
///
/// @param index which one
/// @param setting what is asked
/// @param transport what lies between the seats
/// @param control what they tell each other
/// @param patience how it waits
record Seat(int index, Setting setting, Transport transport, Control control, Patience patience) {

  /// How many messages are taken at once at most.
  static final int LIMIT = 256;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  Task task() {
    return setting.task();
  }

  Pace pace() {
    return setting.pace();
  }

  /// The number of this sender's first message.
  long first() {
    return Payload.first(Math.max(0, index - 1));
  }

  /// Waits until all seats are taken.
  void meet() {
    control.addReady();
    while (!control.areReady(task().seats())) {
      patience.idle();
    }
    patience.reset();
  }

  /// Sends, however long that takes.
  void send(Sender sender, long sequence) {
    while (!sender.trySend(sequence)) {
      patience.idle();
    }
    patience.reset();
  }

  /// Receives what is there.
  int poll(Receiver receiver) {
    int count = receiver.poll(LIMIT);
    if (count == 0) {
      patience.idle();
    } else {
      patience.reset();
    }
    return count;
  }

  /// Receives until every sender has ended and all that it has sent has arrived, and a moment
  /// longer for what should not arrive.
  ///
  /// @throws BrokenSequence if what arrived is not what was sent
  void drain(Receiver receiver, Account account) {
    for (int other = 1; other <= task().senders(); other++) {
      while (control.sent(other) == 0) {
        poll(receiver);
      }
    }
    long sent = 0;
    for (int other = 1; other <= task().senders(); other++) {
      sent += control.sent(other);
    }
    while (account.received() < sent) {
      poll(receiver);
    }
    for (int look = 0; look < LIMIT; look++) {
      receiver.poll(LIMIT);
    }
    for (int other = 1; other <= task().senders(); other++) {
      account.close(other - 1, control.sent(other));
    }
  }

  /// Bytes that the heap gave this thread since it began.
  static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
