package dev.caplens.bench.access;

import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.JmhSubject;
import dev.caplens.bench.rounds.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The cells of the group `messages` that look at large ones: fields somewhere in a mapped file,
/// and lists in bulk.
public final class LargeMessageCells {

  private static final String GROUP = "messages";
  private static final String UNIT = "ns/op";
  private static final String RUNTIME = "org.capnproto:runtime";
  private static final String PLAIN = "plain";
  private static final int WHOLE = 1024;

  private LargeMessageCells() {}

  /// All cells; the file is that of the scattered reads.
  public static List<Cell> all(Path carFile) {
    List<Cell> cells = new ArrayList<>();
    scattered(carFile, cells);
    bulk(cells);
    return cells;
  }

  private static void scattered(Path file, List<Cell> cells) {
    Subject ours = CarFileSubject.of(file, "lens", WHOLE);
    Map<String, String> peers =
        Map.of("Unsafe", "unsafe", "ByteBuffer", "byteBuffer", RUNTIME, "runtime");
    new TreeMap<>(peers)
        .forEach((peer, method) -> {
          Subject theirs = CarFileSubject.of(file, method, WHOLE);
          cells.add(cell("scattered", "1 GiB", PLAIN, peer, ours, theirs));
        });
  }

  private static void bulk(List<Cell> cells) {
    bulk("toArray", "to array", "Memcpy", "memcpy", cells);
    bulk("toArray", "to array", "Runtime", RUNTIME, cells);
    bulk("fromArray", "from array", "Memcpy", "memcpy", cells);
    bulk("fromArray", "from array", "Runtime", RUNTIME, cells);
    bulk("sum", "sum of view", "Segment", "MemorySegment", cells);
    bulk("sum", "sum of view", "Runtime", RUNTIME, cells);
    bulk("sum", "sum of view", "Protobuf", "protobuf-java", cells);
    cells.add(cell("bulk", "sum by get", PLAIN, RUNTIME, bulk("sumEach"), bulk("sumRuntime")));
  }

  private static void bulk(String verb, String mode, String method, String peer, List<Cell> cells) {
    cells.add(cell("bulk", mode, "own", peer, bulk(verb + "Lens"), bulk(verb + method)));
  }

  private static Subject bulk(String method) {
    return JmhSubject.of(BulkBenchmark.class, method, Map.of());
  }

  private static Cell cell(
      String name, String mode, String style, String peer, Subject ours, Subject theirs) {
    return new Cell(GROUP, name, mode, style, peer, UNIT, ours, theirs);
  }
}
