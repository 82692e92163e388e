package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which plots the rows of a group give.
final class Charts {

  private static final String SLOPES = "slopes";
  private static final String OURS = "Caplens ";
  private static final String RATE = "msg/s";
  private static final Pattern SEVERAL = Pattern.compile("([0-9]+)-to-one");

  private Charts() {}

  /// The plots, as SVG.
  static List<String> of(String group, List<Row> rows) {
    List<LineChart> lines = new ArrayList<>(slopes(rows));
    lines.addAll(throughput(rows));
    lines.addAll(senders(rows));
    lines.addAll(percentiles(rows));
    List<String> svgs = new ArrayList<>();
    lines.stream().filter(chart -> !chart.isEmpty()).map(LineChart::toSvg).forEach(svgs::add);
    if (!group.equals(SLOPES)) {
      by(rows, Row::name)
          .forEach((name, some) -> {
            RatioChart chart = new RatioChart(name, some);
            if (!chart.isEmpty()) {
              svgs.add(chart.toSvg());
            }
          });
    }
    return svgs;
  }

  /// Time by what grows: the mode of such a row is a number with its unit.
  private static List<LineChart> slopes(List<Row> rows) {
    List<LineChart> charts = new ArrayList<>();
    List<Row> growing = rows.stream().filter(row -> row.group().equals(SLOPES)).toList();
    by(growing, Row::name)
        .forEach((name, some) -> {
          LineChart chart = new LineChart(name, axis(some.getFirst().mode()), "ns per operation");
          for (Row row : some) {
            double place = place(row.mode());
            chart.add(OURS + row.subject(), place, row.mode(), row.ours());
            chart.add(row.peer(), place, row.mode(), row.theirs());
          }
          charts.add(chart);
        });
    return charts;
  }

  /// Throughput by payload, for each way of running both sides.
  private static List<LineChart> throughput(List<Row> rows) {
    List<LineChart> charts = new ArrayList<>();
    List<Row> rates =
        rows.stream().filter(row -> row.payloadBytes() > 0 && senders(row) == 1).toList();
    by(rates, row -> row.name() + ", " + row.mode().replaceAll(",[^,]*$", ""))
        .forEach((title, some) -> {
          LineChart chart = new LineChart(title, "payload", some.getFirst().unit());
          for (Row row : some) {
            String label = Units.bytes(row.payloadBytes());
            chart.add(OURS + row.subject(), row.payloadBytes(), label, row.ours());
            chart.add(row.peer(), row.payloadBytes(), label, row.theirs());
          }
          charts.add(chart);
        });
    return charts;
  }

  /// Throughput by the number of those that send to one, beside the peers that can have several.
  private static List<LineChart> senders(List<Row> rows) {
    List<LineChart> charts = new ArrayList<>();
    List<Row> rates = rows.stream().filter(row -> senders(row) > 0).toList();
    by(rates, Row::mode)
        .forEach((mode, some) -> {
          List<String> peers =
              some.stream().filter(row -> senders(row) > 1).map(Row::peer).distinct().toList();
          LineChart chart = new LineChart("throughput by senders, " + mode, "senders", RATE);
          for (Row row : some) {
            if (peers.contains(row.peer())) {
              String label = String.valueOf(senders(row));
              chart.add(OURS + row.subject(), senders(row), label, row.ours());
              chart.add(row.peer(), senders(row), label, row.theirs());
            }
          }
          charts.add(chart);
        });
    return charts;
  }

  /// How many processes or threads send to one in a row of rates; 0 in all others.
  private static int senders(Row row) {
    if (!row.unit().equals(RATE)) {
      return 0;
    }
    Matcher several = SEVERAL.matcher(row.name());
    return several.matches() ? Integer.parseInt(several.group(1)) : 1;
  }

  private static List<LineChart> percentiles(List<Row> rows) {
    List<LineChart> charts = new ArrayList<>();
    List<Row> distributions =
        rows.stream().filter(row -> !row.oursPercentiles().isEmpty()).toList();
    by(distributions, row -> row.name() + ", " + row.mode())
        .forEach((title, some) -> {
          LineChart chart = new LineChart(title, "percentile", "ns");
          for (Row row : some) {
            add(OURS + row.subject(), row.oursPercentiles(), chart);
            add(row.peer(), row.theirsPercentiles(), chart);
          }
          charts.add(chart);
        });
    return charts;
  }

  private static void add(String line, Map<String, Double> percentiles, LineChart chart) {
    percentiles.forEach((percentile, nanos) ->
        chart.add(line, Double.parseDouble(percentile), "p" + percentile, nanos));
  }

  /// The number that a mode begins with, with its prefix.
  static double place(String mode) {
    String[] parts = mode.split(" ");
    double number = Double.parseDouble(parts[0]);
    String unit = parts.length > 1 ? parts[1] : "";
    return unit.startsWith("Ki")
        ? number * 1024
        : unit.startsWith("Mi") ? number * 1024 * 1024 : number;
  }

  private static String axis(String mode) {
    String unit = mode.replaceAll("^[0-9.]+ ", "").replaceAll("^[KM]i ?", "");
    return unit.equals("B") ? "bytes" : unit;
  }

  private static Map<String, List<Row>> by(List<Row> rows, Function<Row, String> key) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      groups.computeIfAbsent(key.apply(row), unused -> new ArrayList<>()).add(row);
    }
    return groups;
  }
}
