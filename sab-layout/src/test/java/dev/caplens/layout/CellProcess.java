package dev.caplens.layout;

import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.signal.Waiter;
import java.nio.file.Path;

/// A process that makes a cell, or attaches to one, tells its slot, and stays until it is killed or
/// its parent is gone.
public final class CellProcess {

  private CellProcess() {}

  static Peer kernel(Path file) throws Exception {
    return Peer.jvm(CellProcess.class, "kernel", file);
  }

  public static Peer module(Path file) throws Exception {
    return Peer.jvm(CellProcess.class, "module", file);
  }

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[1]);
    Cell cell =
        arguments[0].equals("kernel")
            ? Cell.create(file, Tier.LIGHT, 1, Waiter.polling())
            : Cell.attach(file, ProcessRole.MODULE, 1, Waiter.polling());
    System.out.println(cell.slot());
    while (System.in.read() >= 0) {
      // The parent says nothing.
    }
    cell.close();
  }
}
