package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the project says about its speed: runs in `docs/measurements`, the page that compares them,
/// and the figures of the README, all written from the same JSON.
public final class Publication {

  private static final String BEGIN = "<!-- bench: these figures are written by the command -->";
  private static final String END = "<!-- bench: end -->";
  private static final String PAGE = "bench.md";

  /// A figure of the README: what it is, and the rows whose ratios it is the geometric mean of.
  private record Claim(String text, RowPattern rows) {
    Claim(String text, String rows) {
      this(text, new RowPattern(rows));
    }
  }

  private static final String NINE = "messages / carsales|catrank|eval / object|bytes|packed / ";
  private static final String READ = "messages / carsales|catrank|eval / read / ";
  private static final List<Claim> CLAIMS =
      List.of(
          new Claim(
              "a request and its answer, `org.capnproto:runtime`",
              NINE + "plain / org.capnproto:runtime"),
          new Claim("a request and its answer, C++ `libcapnp`", NINE + "plain / c++ libcapnp"),
          new Claim("a request and its answer, `protobuf-java`", NINE + "plain / protobuf-java"),
          new Claim("a request and its answer, FlatBuffers", NINE + "plain / flatbuffers-java"),
          new Claim("a request and its answer, SBE", NINE + "plain / uk.co.real-logic:sbe"),
          new Claim(
              "reading alone, `org.capnproto:runtime`", READ + "plain / org.capnproto:runtime"),
          new Claim("reading alone, C++ `libcapnp`", READ + "plain / c++ libcapnp"),
          new Claim(
              "a field in a loop, raw `Unsafe`",
              "access / field-read|field-write / clean / own / Unsafe"),
          new Claim(
              "a field somewhere in a mapped file of 1 GiB, raw `Unsafe`",
              "messages / scattered / 1 GiB / plain / Unsafe"),
          new Claim(
              "64-byte messages between two processes, Agrona's `OneToOneRingBuffer`",
              "rings / throughput / processes, 64 B / slots / agrona OneToOneRingBuffer"),
          new Claim(
              "64-byte messages between two processes, Aeron IPC",
              "rings / throughput / processes, 64 B / slots / aeron IPC"));

  private final List<Report> runs;
  private final Goals goals;

  /// What those runs say, the first one first.
  public Publication(List<Report> runs, Goals goals) {
    this.runs = runs;
    this.goals = goals;
  }

  /// The runs that a project's `docs/measurements` holds.
  public static Publication committed(Path project) throws IOException {
    List<Report> runs = new ArrayList<>();
    for (int i = 1; Files.exists(file(project, i)); i++) {
      runs.add(Report.parse(Files.readString(file(project, i))));
    }
    return new Publication(runs, Goals.committed());
  }

  /// Whether there is a run at all.
  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /// Writes the runs, the page and the README's figures of the project in that folder.
  ///
  /// @throws IOException if the README has no place for them
  public void write(Path project) throws IOException {
    Files.createDirectories(file(project, 1).getParent());
    for (int i = 1; i <= runs.size(); i++) {
      Files.writeString(file(project, i), runs.get(i - 1).toJson());
    }
    for (int i = runs.size() + 1; Files.deleteIfExists(file(project, i)); i++) {}
    Files.writeString(project.resolve("docs/measurements").resolve(PAGE), page());
    Path readme = project.resolve("README.md");
    Files.writeString(readme, withFigures(Files.readString(readme)));
  }

  /// A README with these figures between its marks.
  ///
  /// @throws IOException if it has none
  public String withFigures(String readme) throws IOException {
    int begin = readme.indexOf(BEGIN);
    int end = readme.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException("the README has no lines '%s' and '%s'".formatted(BEGIN, END));
    }
    return readme.substring(0, begin) + BEGIN + "\n" + figures() + readme.substring(end);
  }

  /// The page of `docs/measurements`: the last run, its goals first, then how the runs differ.
  public String page() {
    Report last = runs.getLast();
    String tables = Markdown.of(last, goals.judge(last.rows()));
    String compared = runs.size() > 1 ? new Differences(runs, goals).toMarkdown() : "";
    return "<!-- written by ./caplens bench --publish; not by hand -->\n" + tables + compared;
  }

  /// The verdicts of all runs.
  public List<Verdict> verdicts() {
    return runs.stream().flatMap(run -> goals.judge(run.rows()).stream()).toList();
  }

  /// No figure without a run.
  private String figures() {
    StringBuilder text = new StringBuilder();
    if (isEmpty()) {
      return "";
    }
    text.append("| Caplens beside | times as fast |\n|---|---|\n");
    for (Claim claim : CLAIMS) {
      String figure = figure(claim.rows());
      if (!figure.isEmpty()) {
        text.append("| %s | %s |\n".formatted(claim.text(), figure));
      }
    }
    Report last = runs.getLast();
    text.append(
        "\n%d run%s, %s, %s.\n"
            .formatted(
                runs.size(),
                runs.size() == 1 ? "" : "s",
                last.date().substring(0, 10),
                last.machine().inShort()));
    return text.toString();
  }

  /// The last run's figure, and the range of all runs.
  private String figure(RowPattern pattern) {
    List<Double> means = new ArrayList<>();
    for (Report run : runs) {
      List<Row> rows = pattern.of(run.rows()).stream().filter(row -> row.rounds() > 0).toList();
      if (!rows.isEmpty()) {
        means.add(Goal.meanRatio(rows));
      }
    }
    if (means.isEmpty()) {
      return "";
    }
    double low = means.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double high = means.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return means.size() == 1
        ? String.format(Locale.ROOT, "%.2f", low)
        : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", means.getLast(), low, high);
  }

  private static Path file(Path project, int number) {
    return project.resolve("docs/measurements/bench-run-%d.json".formatted(number));
  }
}
