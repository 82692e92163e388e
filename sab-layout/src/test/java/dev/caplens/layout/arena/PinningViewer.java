package dev.caplens.layout.arena;

import dev.caplens.layout.Cell;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.signal.Waiter;
import java.io.IOException;
import java.nio.file.Path;

/// A process that reads the first channel, tells its slot, and does not end reading until it is
/// killed or its parent is gone.
final class PinningViewer {

  private PinningViewer() {}

  public static void main(String[] arguments) throws Exception {
    Cell cell = Cell.attach(Path.of(arguments[0]), ProcessRole.VIEWER, 1, Waiter.polling());
    cell.channel(0).read(cell.slot(), _ -> readForEver(cell.slot()));
  }

  private static boolean readForEver(int slot) {
    System.out.println(slot);
    try {
      return System.in.read() >= 0;
    } catch (IOException gone) {
      return false;
    }
  }
}
