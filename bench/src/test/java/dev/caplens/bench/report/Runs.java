package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Made-up runs with every kind of row that a report shows.
final class Runs {

  private Runs() {}

  /// A run whose ratios are those of the plan times a factor.
  static Report of(double factor) {
    List<Row> rows = new ArrayList<>();
    for (String workload : List.of("carsales", "catrank", "eval")) {
      for (String mode : List.of("object", "bytes", "packed", "read")) {
        rows.add(row("messages", workload, mode, "org.capnproto:runtime", 1.4 * factor));
        rows.add(row("messages", workload, mode, "c++ libcapnp", 0.6 * factor));
      }
    }
    for (String size : List.of("64 B", "1 KiB", "16 KiB", "256 KiB", "16 MiB")) {
      rows.add(row("slopes", "size-look", size, "org.capnproto:runtime", 3 * factor));
      rows.add(row("slopes", "size-look", size, "memcpy", 0.5 * factor));
    }
    for (int payload : new int[] {64, 256, 1024, 16384}) {
      rows.add(ring("throughput", "processes, " + Units.bytes(payload), payload, "msg/s"));
    }
    for (String senders : List.of("2-to-one", "4-to-one")) {
      rows.add(ring(senders, "processes, 64 B", 64, "msg/s"));
    }
    rows.add(ring("round-trip", "processes, 64 B", 64, "ns"));
    Machine machine =
        new Machine("Some <CPU>", 2, "performance", "Linux 6", "JVM 25", 0.5, Map.of());
    return new Report(machine, "2026-11-21T03:00:00Z", rows);
  }

  private static Row row(String group, String name, String mode, String peer, double ratio) {
    String subject = group.equals("slopes") ? "own" : "plain";
    return new Row(
        group,
        name,
        mode,
        subject,
        peer,
        "ns/op",
        1000,
        1000 * ratio,
        ratio,
        ratio * 0.9,
        ratio * 1.1,
        5,
        0,
        16,
        140);
  }

  private static Row ring(String name, String mode, int payload, String unit) {
    Map<String, Double> ours = Map.of("50", 300.0, "90", 400.0, "99", 900.0, "99.9", 30_000.0);
    Map<String, Double> theirs = Map.of("50", 280.0, "90", 500.0, "99", 1500.0, "99.9", 50_000.0);
    boolean isLatency = unit.equals("ns");
    return new Row(
        "rings",
        name,
        mode,
        "slots",
        "agrona OneToOneRingBuffer",
        unit,
        2e7,
        1e7,
        2,
        1.5,
        2.5,
        5,
        1,
        Double.NaN,
        140,
        Double.NaN,
        payload,
        isLatency ? ours : Map.of(),
        isLatency ? theirs : Map.of());
  }
}
