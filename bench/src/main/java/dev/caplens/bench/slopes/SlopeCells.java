package dev.caplens.bench.slopes;

import dev.caplens.bench.access.BulkBenchmark;
import dev.caplens.bench.access.CarFileSubject;
import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.JmhSubject;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The group `slopes`. The mode of a row is its place on the axis, a number with its unit.
public final class SlopeCells {

  /// The group's name.
  public static final String GROUP = "slopes";

  private static final String UNIT = "ns/op";
  private static final String RUNTIME = "org.capnproto:runtime";
  private static final List<Integer> SIZES = List.of(64, 1 << 10, 16 << 10, 256 << 10, 16 << 20);
  private static final List<Integer> FEW_SIZES = List.of(64, 16 << 20);
  private static final List<String> VERBS = List.of("look", "write", "read", "build");
  private static final List<String> FEW_VERBS = List.of("look", "write", "build");
  private static final List<Integer> LENGTHS = List.of(16, 1 << 10, 64 << 10, 1 << 20);
  private static final List<Integer> FEW_LENGTHS = List.of(16, 64 << 10);
  private static final List<Integer> FIELDS = List.of(1, 4, 16, 64);
  private static final List<Integer> FEW_FIELDS = List.of(1, 64);
  private static final List<Integer> MAPPED = List.of(1, 16, 256, 1024);
  private static final List<Integer> FEW_MAPPED = List.of(1, 1024);

  private SlopeCells() {}

  /// All cells; a quick plan has fewer points, and no reading of whole messages. The file is
  /// written by [dev.caplens.bench.access.CarFile].
  public static List<Cell> all(Path carFile, Plan plan) {
    boolean few = plan.equals(Plan.QUICK);
    List<Cell> cells = new ArrayList<>();
    for (int size : few ? FEW_SIZES : SIZES) {
      sizes(size, few ? FEW_VERBS : VERBS, cells);
    }
    for (int length : few ? FEW_LENGTHS : LENGTHS) {
      Map<String, String> with = Map.of("count", String.valueOf(length));
      String mode = scaled(length).strip() + " elements";
      Subject ours = bulk("toArrayLens", with);
      add("list-to-array", mode, "memcpy", ours, bulk("toArrayMemcpy", with), cells);
      add("list-sum", mode, RUNTIME, bulk("sumLens", with), bulk("sumRuntime", with), cells);
    }
    for (int fields : few ? FEW_FIELDS : FIELDS) {
      Subject ours = fields("lens" + fields);
      add("fields", fields + " fields", "MemorySegment", ours, fields("segment" + fields), cells);
    }
    for (int mib : few ? FEW_MAPPED : MAPPED) {
      Subject ours = CarFileSubject.of(carFile, "lens", mib);
      Subject unsafe = CarFileSubject.of(carFile, "unsafe", mib);
      add("mapped-size", mib + " MiB", "Unsafe", ours, unsafe, cells);
    }
    return cells;
  }

  private static void sizes(int size, List<String> verbs, List<Cell> cells) {
    Map<String, String> with = Map.of("bytes", String.valueOf(size));
    String mode = scaled(size) + "B";
    for (String verb : verbs) {
      Subject ours = slope(verb + "Lens", with);
      add("size-" + verb, mode, RUNTIME, ours, slope(verb + "Runtime", with), cells);
    }
    add("size-write", mode, "memcpy", slope("writeLens", with), slope("writeMemcpy", with), cells);
  }

  /// A number with a binary prefix: `16 Ki`.
  private static String scaled(int number) {
    if (number >= 1 << 20) {
      return (number >> 20) + " Mi";
    }
    return number >= 1 << 10 ? (number >> 10) + " Ki" : number + " ";
  }

  private static void add(
      String name, String mode, String peer, Subject ours, Subject theirs, List<Cell> cells) {
    cells.add(new Cell(GROUP, name, mode, "own", peer, UNIT, ours, theirs));
  }

  private static Subject slope(String method, Map<String, String> with) {
    return JmhSubject.of(SlopeBenchmark.class, method, with);
  }

  private static Subject bulk(String method, Map<String, String> with) {
    return JmhSubject.of(BulkBenchmark.class, method, with);
  }

  private static Subject fields(String method) {
    return JmhSubject.of(FieldCountBenchmark.class, method, Map.of());
  }
}
