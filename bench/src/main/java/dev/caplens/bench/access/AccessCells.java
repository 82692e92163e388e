package dev.caplens.bench.access;

import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.JmhSubject;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The group `access`.
public final class AccessCells {

  private static final String GROUP = "access";
  private static final String UNIT = "ns/op";
  private static final String CURSOR = "own";
  private static final String PLAIN = "plain";
  private static final String POLLUTED = "polluted";
  private static final String RUNTIME = "org.capnproto:runtime";

  private AccessCells() {}

  /// All cells; a quick plan has only the goal's row of the loops with a polluted profile.
  public static List<Cell> all(Plan plan) {
    List<Cell> cells = new ArrayList<>();
    fields(plan.equals(Plan.QUICK), cells);
    looks(cells);
    json(cells);
    return cells;
  }

  private static void fields(boolean isQuick, List<Cell> cells) {
    for (String direction : List.of("read", "write")) {
      for (String profile : List.of("clean", POLLUTED)) {
        Map<String, String> with = Map.of("profile", profile);
        Subject ours = field(direction + "Lens", with);
        Subject plain = field(direction + "Plain", with);
        Subject unsafe = field(direction + "Unsafe", with);
        String name = "field-" + direction;
        if (isQuick && profile.equals(POLLUTED)) {
          cells.add(cell(name, profile, CURSOR, "Unsafe", ours, unsafe));
          continue;
        }
        cells.add(cell(name, profile, PLAIN, "Unsafe", plain, unsafe));
        cells.add(cell(name, profile, PLAIN, "by hand", plain, field(direction + "Hand", with)));
        cells.add(cell(name, profile, CURSOR, "Unsafe", ours, unsafe));
        cells.add(
            cell(name, profile, CURSOR, "MemorySegment", ours, field(direction + "Segment", with)));
      }
    }
  }

  private static void looks(List<Cell> cells) {
    for (String verb : List.of("parse", "serialize")) {
      for (String kib : List.of("1", "100")) {
        Map<String, String> with = Map.of("kib", kib);
        Subject ours = JmhSubject.of(MessageLookBenchmark.class, verb + "Lens", with);
        Subject theirs = JmhSubject.of(MessageLookBenchmark.class, verb + "Runtime", with);
        cells.add(cell(verb, kib + " KiB", PLAIN, RUNTIME, ours, theirs));
      }
    }
  }

  private static void json(List<Cell> cells) {
    for (String kib : List.of("1", "100")) {
      Map<String, String> with = Map.of("kib", kib);
      for (String verb : List.of("parse", "serialize")) {
        Subject ours = json(verb + "Lens", with);
        String name = verb + "-cars";
        cells.add(
            cell(
                name,
                kib + " KiB",
                "plain",
                "jackson-databind",
                ours,
                json(verb + "Jackson", with)));
        if (verb.equals("serialize")) {
          cells.add(cell(name, kib + " KiB", "plain", "memcpy", ours, json(verb + "Memcpy", with)));
        }
      }
    }
  }

  private static Subject json(String method, Map<String, String> with) {
    return JmhSubject.of(JsonBenchmark.class, method, with);
  }

  private static Subject field(String method, Map<String, String> with) {
    return JmhSubject.of(FieldBenchmark.class, method, with);
  }

  private static Cell cell(
      String name, String mode, String style, String peer, Subject ours, Subject theirs) {
    return new Cell(GROUP, name, mode, style, peer, UNIT, ours, theirs);
  }
}
