package dev.caplens.bench;

import dev.caplens.bench.report.Gate;
import dev.caplens.bench.report.Machine;
import dev.caplens.bench.report.Pages;
import dev.caplens.bench.report.Report;
import dev.caplens.bench.report.Table;
import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.PingPong;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Rounds;
import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The entry point of `caplens bench`: measures, prints, and leaves reports.
@Command(
    name = "caplens bench",
    description = "Measures Caplens side by side with its peers.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A ratio is above 1 where ours is better. Compare figures of one run only; docs/benchmarks.md says how to read them.",
      "Exit codes: 0 ok, 1 a sample failed or --check found a row that is worse, 2 the command line was wrong."
    })
public final class Bench implements Callable<Integer> {

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
      paramLabel = "FILE",
      description = "Compare with the JSON of an earlier run, and fail where it was better.")
  private @Nullable Path check;

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
    CommandLine line = new CommandLine(new Bench());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, failed, parsed) -> {
      if (!(e instanceof CommandFailed)) {
        e.printStackTrace(failed.getErr());
      }
      failed.getErr().println("caplens bench: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    });
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> failed = new ArrayList<>();
    Report run = measure(failed);
    out.println(run.machine().oneLine());
    out.println();
    out.print(Table.of(run.rows()));
    out.flush();
    if (json != null) {
      Files.writeString(json, run.toJson());
    }
    if (report != null) {
      Pages.write(run, report);
    }
    failed.forEach(failure -> out.println("failed: " + failure));
    out.flush();
    int code = check == null ? CommandLine.ExitCode.OK : check(run, check, out);
    return failed.isEmpty() ? code : CommandLine.ExitCode.SOFTWARE;
  }

  /// Measures what was asked for, and tells which samples failed.
  private Report measure(List<String> failed) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("caplens-bench");
    try {
      List<Cell> cells = new ArrayList<>();
      for (Groups group : groups.isEmpty() ? List.of(Groups.values()) : groups) {
        for (Cell cell : group.cells(folder, length.plan())) {
          if (key(cell).contains(only)) {
            cells.add(cell);
          }
        }
      }
      if (cells.isEmpty()) {
        throw new CommandFailed("no row holds the text '" + only + "'");
      }
      Rounds rounds = new Rounds(length.plan(), PingPong::floor, this::progress);
      var rows = rounds.run(cells);
      failed.addAll(rounds.failures());
      progress("");
      String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      return new Report(Machine.here(), date, rows);
    } finally {
      remove(folder);
    }
  }

  private static String key(Cell cell) {
    return String.join(" / ", cell.group(), cell.name(), cell.mode(), cell.subject(), cell.peer());
  }

  private static int check(Report run, Path earlier, PrintWriter out) throws IOException {
    List<String> failures = Gate.failures(Report.parse(Files.readString(earlier)), run);
    failures.forEach(failure -> out.println("worse: " + failure));
    out.println(
        failures.isEmpty() ? "no row is worse than in " + earlier : failures.size() + " worse");
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

  private static void remove(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.isDirectory(file)) {
          remove(file);
        } else {
          Files.delete(file);
        }
      }
    }
    Files.delete(folder);
  }
}
