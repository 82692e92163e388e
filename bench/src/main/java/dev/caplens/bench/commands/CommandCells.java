package dev.caplens.bench.commands;

import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.ProcessSubject;
import dev.caplens.bench.rounds.Subject;
import java.nio.file.Path;
import java.util.List;

/// The group `commands`: processes, from their start to the end of what they print.
public final class CommandCells {

  private static final String GROUP = "commands";
  private static final String OWN = "own";
  private static final String UNIT = "ns";
  private static final String VERSION = "--version";
  private static final int MEBIBYTES = 1024;
  private static final int FEW_MEBIBYTES = 128;

  private CommandCells() {}

  /// All cells; a quick plan counts a smaller file.
  ///
  /// @param launcher the project's `caplens`
  /// @param text where the file that is counted will stand
  public static List<Cell> all(Path launcher, Path text, Plan plan) {
    return List.of(start(launcher), demo(launcher, text, plan.equals(Plan.QUICK)));
  }

  /// The launcher beside the start of a JVM, without which it cannot be.
  private static Cell start(Path launcher) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Subject ours = ProcessSubject.of(List.of(launcher.toString(), VERSION));
    Subject theirs = ProcessSubject.of(List.of(java.toString(), VERSION));
    return new Cell(GROUP, "start", VERSION, OWN, "java " + VERSION, UNIT, ours, theirs);
  }

  private static Cell demo(Path launcher, Path text, boolean isQuick) {
    int mebibytes = isQuick ? FEW_MEBIBYTES : MEBIBYTES;
    String mode = isQuick ? mebibytes + " MiB" : "1 GiB";
    List<String> ours = List.of(launcher.toString(), "demo", text.toString());
    List<String> theirs = List.of("env", "LC_ALL=C", "wc", text.toString());
    return new Cell(
        GROUP,
        "demo",
        mode,
        OWN,
        "wc",
        UNIT,
        new TextFileSubject(text, mebibytes, ours),
        new TextFileSubject(text, mebibytes, theirs));
  }
}
