package dev.caplens.cli.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Looks at the machine and says what is there, what is missing, and what to do.
@Command(
    name = "doctor",
    description = "Look at this machine: what is there, what is missing, and what to do about it.",
    footer = {"", "Exit code 1 if something is broken that Caplens does not work without."})
public final class DoctorCommand implements Callable<Integer> {
  private static final Path SHARED_MEMORY = Path.of("/dev/shm");

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  /// The checks, in the order in which their findings are printed.
  private static List<Check> checks() {
    return List.of(
        new JvmCheck(),
        new SharedMemoryCheck(SHARED_MEMORY),
        new RegionsCheck(SHARED_MEMORY),
        new FutexCheck(SHARED_MEMORY),
        new ToolsCheck(
            searchPath(), List.of(Path.of("/usr/include"), Path.of("/usr/local/include"))));
  }

  @Override
  public Integer call() throws IOException {
    List<Finding> findings = checks().stream().flatMap(check -> check.examine().stream()).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      printJson(findings, out);
    } else {
      printTable(findings, out);
    }
    return isHealthy(findings) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  static boolean isHealthy(List<Finding> findings) {
    return findings.stream().noneMatch(finding -> finding.state() == Finding.State.BROKEN);
  }

  static void printTable(List<Finding> findings, PrintWriter out) {
    int width = findings.stream().mapToInt(finding -> finding.name().length()).max().orElse(0);
    String row = "%-7s %-" + Math.max(width, 1) + "s  %s%n";
    for (Finding finding : findings) {
      out.printf(row, word(finding), finding.name(), finding.detail());
      if (!finding.remedy().isEmpty()) {
        out.printf(row, "", "", "-> " + finding.remedy());
      }
    }
  }

  static void printJson(List<Finding> findings, PrintWriter out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.useDefaultPrettyPrinter();
    json.writeStartObject();
    json.writeBooleanField("healthy", isHealthy(findings));
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("name", finding.name());
      json.writeStringField("state", word(finding));
      json.writeStringField("detail", finding.detail());
      json.writeStringField("remedy", finding.remedy());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
    out.println();
  }

  private static String word(Finding finding) {
    return finding.state().name().toLowerCase(Locale.ROOT);
  }

  private static List<Path> searchPath() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .toList();
  }
}
