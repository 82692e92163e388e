package dev.caplens.bench;

import dev.caplens.bench.report.Baseline;
import dev.caplens.bench.report.Gate;
import dev.caplens.bench.report.Goals;
import dev.caplens.bench.report.Pages;
import dev.caplens.bench.report.Publication;
import dev.caplens.bench.report.Report;
import dev.caplens.bench.report.Table;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Row;
import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The entry point of `caplens bench`: measures, prints, and leaves reports.
@Command(
    name = "caplens bench",
    description = "Measures Caplens side by side with its peers.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A ratio is above 1 where ours is better. Compare figures of one run only; docs/benchmarks.md"
          + " says how to read them.",
      "Exit codes: 0 ok, 1 a sample failed or --check or --gate found a row that is worse, 2 the"
          + " command line was wrong."
    })
public final class Bench implements Callable<Integer> {

  /// What stands for the baseline that `--gate` compares with, where `--check` has no file.
  private static final String COMMITTED = "baseline";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "GROUP",
      description = "What to measure: ${COMPLETION-CANDIDATES}; all of it if none is named.")
  private List<Groups> groups = new ArrayList<>();

  @ArgGroup private Length length = new Length();

  @Option(names = "--json", paramLabel = "FILE", description = "Write the rows to a file as JSON.")
  private @Nullable Path json;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write a page in HTML and one in Markdown.")
  private @Nullable Path report;

  @Option(
      names = "--check",
      arity = "0..1",
      paramLabel = "FILE",
      fallbackValue = COMMITTED,
      description =
          "Compare with the JSON of an earlier run, or without FILE with the committed baseline,"
              + " and fail where that was better. Name groups before it.")
  private @Nullable Path check;

  @Option(
      names = "--gate",
      description =
          "Measure the few rows of the committed baseline, three minutes at most, and fail where"
              + " one is worse.")
  private boolean gate;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Take the JSON of an earlier run in place of measuring; may be repeated.")
  private List<Path> from = new ArrayList<>();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "1",
      description = "Measure everything so often, for --publish.")
  private int runs = 1;

  @Option(
      names = "--publish",
      description = "Write docs/measurements and the figures of the README from these runs.")
  private boolean publish;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "Only rows whose group, name, mode, style and peer hold that text.")
  private String only = "";

  /// At most one of the two.
  private static final class Length {
    @Option(names = "--quick", description = "A few minutes: shows what is far off.")
    private boolean quick;

    @Option(names = "--full", description = "Long enough for figures that are published.")
    private boolean full;

    Plan plan() {
      return quick ? Plan.QUICK : full ? Plan.FULL : Plan.NORMAL;
    }
  }

  /// Runs the command and ends the JVM with its exit code.
  public static void main(String[] arguments) {
    System.exit(line().execute(arguments));
  }

  /// The command line.
  static CommandLine line() {
    CommandLine line = new CommandLine(new Bench());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, failed, parsed) -> {
      if (!(e instanceof CommandFailed)) {
        e.printStackTrace(failed.getErr());
      }
      failed.getErr().println("caplens bench: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    });
    return line;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    requireWhole();
    if (gate) {
      return gate(out);
    }
    Report earlier = check == null ? null : earlier(check);
    Goals goals = Goals.committed();
    List<String> failed = new ArrayList<>();
    List<Report> reports = from.isEmpty() ? measure(failed, out, goals) : read();
    Report last = reports.getLast();
    if (!from.isEmpty()) {
      print(last, goals, out);
    }
    if (json != null) {
      Files.writeString(json, last.toJson());
    }
    if (report != null) {
      Pages.write(last, goals, report);
    }
    if (publish && !from.isEmpty()) {
      new Publication(reports, goals).write(home());
    }
    failed.forEach(failure -> out.println("failed: " + failure));
    out.flush();
    int code = earlier == null ? CommandLine.ExitCode.OK : check(last, earlier, out);
    return failed.isEmpty() ? code : CommandLine.ExitCode.SOFTWARE;
  }

  /// What is published is whole: a quick or partial run would take the place of a full one.
  private void requireWhole() {
    boolean isWhole = length.full && groups.isEmpty() && only.isEmpty() && !gate;
    if (publish && from.isEmpty() && !isWhole) {
      throw new ParameterException(
          spec.commandLine(), "--publish goes with --full and all groups, or with --from");
    }
    if (publish) {
      home(); // an error before anything is measured
    }
  }

  /// Measures what was asked for, and tells which samples failed. A run that is to be published is
  /// kept as soon as it is there.
  private List<Report> measure(List<String> failed, PrintWriter out, Goals goals)
      throws IOException, InterruptedException {
    List<Report> reports = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      Measurement measurement = new Measurement(length.plan(), this::progress);
      List<Groups> asked = groups.isEmpty() ? List.of(Groups.values()) : groups;
      // As it will be read again, since JSON keeps fewer digits: the page is that of its files.
      Report report = Report.parse(measurement.run(asked, key -> key.contains(only)).toJson());
      failed.addAll(measurement.failures());
      reports.add(report);
      print(report, goals, out);
      asked.forEach(group -> group.whyEmpty().ifPresent(out::println));
      if (publish) {
        new Publication(reports, goals).write(home());
      }
    }
    return reports;
  }

  private int gate(PrintWriter out) throws IOException, InterruptedException {
    GateRun.Measuring measuring =
        isMeant -> {
          Measurement measurement = new Measurement(Plan.CHECK, this::progress);
          Report run = measurement.run(List.of(Groups.ACCESS, Groups.MESSAGES), isMeant);
          measurement.failures().forEach(failure -> out.println("failed: " + failure));
          return run;
        };
    Report first = measuring.measure(Baseline::isMeant);
    if (json != null) {
      Files.writeString(json, first.toJson());
    }
    boolean passes = new GateRun(Baseline.committed(), measuring, out).passes(first);
    return passes ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private List<Report> read() throws IOException {
    List<Report> reports = new ArrayList<>();
    for (Path file : from) {
      reports.add(Report.parse(Files.readString(file)));
    }
    return reports;
  }

  private static void print(Report run, Goals goals, PrintWriter out) {
    out.println(run.machine().oneLine());
    run.machine().versionsLine().ifPresent(out::println);
    out.println();
    out.print(Table.of(run.rows(), goals.judge(run.rows())));
    out.flush();
  }

  /// The project's folder, which the launcher tells.
  private static Path home() {
    String home = System.getProperty("caplens.home");
    if (home == null) {
      throw new CommandFailed("--publish needs the launcher: ./caplens bench --publish");
    }
    return Path.of(home);
  }

  /// What `--check` compares with, read before anything is measured: its rows that `--only` means.
  private Report earlier(Path file) throws IOException {
    boolean isCommitted = file.equals(Path.of(COMMITTED));
    if (!isCommitted && !Files.isReadable(file)) {
      throw new CommandFailed(
          "--check: cannot read the file %s; without a file it compares with the committed baseline"
              .formatted(file));
    }
    Report run = isCommitted ? Baseline.committed() : Report.parse(Files.readString(file));
    List<Row> meant = run.rows().stream().filter(row -> row.key().contains(only)).toList();
    return new Report(run.machine(), run.date(), meant);
  }

  private static int check(Report run, Report earlier, PrintWriter out) {
    List<String> failures = Gate.failures(earlier, run);
    failures.forEach(failure -> out.println("worse: " + failure));
    out.println(
        failures.isEmpty()
            ? "no row is worse than in the run of " + earlier.date()
            : failures.size() + " worse");
    out.flush();
    return failures.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private void progress(String text) {
    if (System.console() != null && System.console().isTerminal()) {
      System.err.print("\r\033[K" + text);
    } else if (!text.isEmpty()) {
      System.err.println(text);
    }
  }
}
