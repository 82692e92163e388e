package dev.caplens.rings;

import dev.caplens.layout.Cell;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.signal.Waiter;
import java.nio.file.Path;

/// A module that takes a record and claims a slot, leaves with both, and lives on.
final class LeavingModule {

  private LeavingModule() {}

  public static void main(String[] arguments) throws Exception {
    Cell cell = Cell.attach(Path.of(arguments[0]), ProcessRole.MODULE, 1, Waiter.polling());
    boolean isTaken = SlotRing.inbox(cell.region(), cell.flags()).consumer(cell.slot()).tryTake();
    boolean isClaimed =
        SlotRing.outbox(cell.region(), cell.flags()).producer(cell.slot()).tryClaim();
    cell.close();
    System.out.println(isTaken && isClaimed ? "left" : "held nothing");
    while (System.in.read() >= 0) {
      // The parent says nothing, and kills.
    }
  }
}
