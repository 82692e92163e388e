package dev.caplens.bench.messages;

import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.CppSubject;
import dev.caplens.bench.rounds.JmhSubject;
import dev.caplens.bench.rounds.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The group `messages`: each of our styles against each peer, in each workload and mode.
public final class MessageCells {

  private static final String GROUP = "messages";
  private static final String UNIT = "ns/op";
  private static final List<String> MODES = List.of("object", "bytes", "packed", "read");

  private MessageCells() {}

  /// All cells. The C++ programs are compiled in the folder; where their tools are missing, that is
  /// said and their rows are left out.
  public static List<Cell> all(Path folder) throws InterruptedException {
    List<Cell> cells = new ArrayList<>();
    boolean hasCpp = CppPrograms.isPossible();
    if (!hasCpp) {
      System.err.println("caplens bench: no rows for C++: " + CppPrograms.NEEDED);
    }
    for (String workload : Exchanges.WORKLOADS) {
      Path program = hasCpp ? new CppPrograms(folder).compile(workload) : folder;
      for (String mode : MODES) {
        for (String style : List.of(Exchanges.PLAIN, Exchanges.OWN)) {
          if (!Exchanges.exists(workload, style)) {
            continue;
          }
          Subject ours = jmh(workload, mode, style);
          Subject runtime = jmh(workload, mode, Exchanges.RUNTIME);
          cells.add(cell(workload, mode, style, "org.capnproto:runtime", ours, runtime));
          if (hasCpp) {
            Subject cpp = new CppSubject(program, mode);
            cells.add(cell(workload, mode, style, "c++ libcapnp", ours, cpp));
          }
        }
      }
    }
    cells.addAll(PollutedCells.all());
    return cells;
  }

  private static Subject jmh(String workload, String mode, String subject) {
    return JmhSubject.of(
        MessageBenchmark.class, mode, Map.of("workload", workload, "subject", subject));
  }

  private static Cell cell(
      String workload, String mode, String style, String peer, Subject ours, Subject theirs) {
    return new Cell(GROUP, workload, mode, style, peer, UNIT, ours, theirs);
  }
}
