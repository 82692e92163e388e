package dev.caplens.rings;

import dev.caplens.layout.Cell;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.signal.Waiter;
import java.nio.file.Path;

/// A module that sends the numbers `[first, last)` to the outbox and ends.
final class SendingModule {

  private static final long NAP_NANOS = 10_000_000;

  private SendingModule() {}

  public static void main(String[] arguments) throws Exception {
    long last = Long.parseLong(arguments[2]);
    try (Cell cell = Cell.attach(Path.of(arguments[0]), ProcessRole.MODULE, 1, Waiter.polling())) {
      Producer producer = SlotRing.outbox(cell.region(), cell.flags()).producer(cell.slot());
      for (long number = Long.parseLong(arguments[1]); number < last; number++) {
        while (!Numbers.trySend(producer, number)) {
          producer.awaitSpace(NAP_NANOS);
        }
      }
    }
  }
}
