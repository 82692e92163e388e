package dev.caplens.rings;

import dev.caplens.layout.Cell;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.signal.Waiter;
import java.nio.file.Path;

/// A module that answers every number of the inbox in the outbox, until it is told the number -1 or
/// is killed. It tells when it has begun.
final class EchoModule {

  private static final long NAP_NANOS = 10_000_000;

  private EchoModule() {}

  public static void main(String[] arguments) throws Exception {
    try (Cell cell = Cell.attach(Path.of(arguments[0]), ProcessRole.MODULE, 1, Waiter.polling())) {
      Consumer jobs = SlotRing.inbox(cell.region(), cell.flags()).consumer(cell.slot());
      Producer results = SlotRing.outbox(cell.region(), cell.flags()).producer(cell.slot());
      System.out.println("begun");
      long number = 0;
      while (number != -1) {
        if (!jobs.tryTake()) {
          jobs.await(NAP_NANOS);
          continue;
        }
        number = Numbers.read(jobs.record());
        while (number != -1 && !Numbers.trySend(results, number)) {
          results.awaitSpace(NAP_NANOS);
        }
        jobs.release();
      }
    }
  }
}
