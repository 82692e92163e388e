package dev.caplens.bench.messages;

import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.JmhSubject;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.ProcessSubject;
import dev.caplens.bench.rounds.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The group `messages`: each of our styles against each peer, in each workload and mode.
public final class MessageCells {

  private static final String GROUP = "messages";
  private static final String UNIT = "ns/op";
  private static final List<String> MODES = List.of("object", "bytes", "packed", "read");

  private MessageCells() {}

  /// Exchanges by the artifact that they stand for. Cap'n Proto's are set up first, so that they
  /// come first in every table.
  private static final Map<String, String> PEERS = peers();

  /// All cells; a quick plan has fewer in our own style, of other formats, and polluted. The C++
  /// programs are compiled in the folder; where tools are missing, that is said and their rows are
  /// left out.
  public static List<Cell> all(Path folder, Plan plan) {
    List<Cell> cells = new ArrayList<>();
    boolean hasCpp = CppPrograms.isPossible();
    if (!hasCpp) {
      System.err.println("caplens bench: no rows for C++: " + CppPrograms.NEEDED);
    }
    if (!FlatSupplier.isPossible()) {
      System.err.println("caplens bench: no rows for FlatBuffers: " + FlatSupplier.NEEDED);
    }
    for (String workload : Exchanges.WORKLOADS) {
      for (String mode : MODES) {
        for (String style : List.of(Exchanges.PLAIN, Exchanges.OWN)) {
          if (Exchanges.exists(workload, style, mode) && isMeant(style, mode, plan)) {
            cells.addAll(cells(workload, mode, style, plan, hasCpp ? folder : null));
          }
        }
      }
    }
    cells.addAll(PollutedCells.all(plan));
    cells.addAll(BackgroundCells.all(plan));
    if (Files.exists(CompileBenchmark.SCHEMAS.getFirst()) && hasCpp) {
      cells.add(compile());
    }
    return cells;
  }

  /// A quick plan leaves out what our own style adds where encodings take most of the time.
  private static boolean isMeant(String style, String mode, Plan plan) {
    boolean isEncoded = mode.equals("bytes") || mode.equals("packed");
    return !(plan.equals(Plan.QUICK) && style.equals(Exchanges.OWN) && isEncoded);
  }

  private static Cell compile() {
    List<String> command =
        new ArrayList<>(List.of("capnp", "compile", "-o-", "--src-prefix=/usr/include"));
    command.add("-I" + CompileBenchmark.ROOT);
    CompileBenchmark.SCHEMAS.forEach(schema -> command.add(schema.toString()));
    Subject ours = JmhSubject.of(CompileBenchmark.class, "compile", Map.of());
    Subject theirs = ProcessSubject.of(command);
    return cell("compile", "7 schemas", "own", "c++ capnp compile", ours, theirs);
  }

  /// A quick plan compares with other formats in one workload.
  private static boolean isMeant(String workload, String peer, String mode, Plan plan) {
    boolean isOtherFormat = !peer.equals(Exchanges.RUNTIME);
    return Exchanges.exists(workload, peer, mode)
        && !(plan.equals(Plan.QUICK) && isOtherFormat && !workload.equals("carsales"));
  }

  private static List<Cell> cells(
      String workload, String mode, String style, Plan plan, @Nullable Path cppFolder) {
    List<Cell> cells = new ArrayList<>();
    Subject ours = jmh(workload, mode, style);
    PEERS.forEach((exchange, peer) -> {
      if (isMeant(workload, exchange, mode, plan)) {
        cells.add(cell(workload, mode, style, peer, ours, jmh(workload, mode, exchange)));
      }
    });
    if (cppFolder != null) {
      Subject cpp = new CppWorkload(cppFolder, workload, mode);
      cells.add(cell(workload, mode, style, "c++ libcapnp", ours, cpp));
    }
    return cells;
  }

  private static Map<String, String> peers() {
    Map<String, String> peers = new LinkedHashMap<>();
    peers.put(Exchanges.RUNTIME, "org.capnproto:runtime");
    peers.put(Exchanges.SBE, "uk.co.real-logic:sbe");
    peers.put(Exchanges.FLATBUFFERS, "flatbuffers-java");
    peers.put(Exchanges.PROTOBUF, "protobuf-java");
    return peers;
  }

  private static Subject jmh(String workload, String mode, String subject) {
    List<String> flags = subject.equals(Exchanges.SBE) ? Agrona.FLAGS : List.of();
    return new JmhSubject(
        MessageBenchmark.class.getName() + "." + mode,
        Map.of("workload", workload, "subject", subject),
        flags);
  }

  private static Cell cell(
      String workload, String mode, String style, String peer, Subject ours, Subject theirs) {
    return new Cell(GROUP, workload, mode, style, peer, UNIT, ours, theirs);
  }
}
