package dev.caplens.cli.demo;

import dev.caplens.cli.CommandFailed;
import dev.caplens.layout.RegionFiles;
import dev.caplens.layout.Tier;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `caplens demo FILE...`: counts lines, words and bytes as `wc` does, between real processes, in
/// place in shared memory.
@Command(
    name = "demo",
    description = {
      "Count lines, words and bytes as `wc` does: a kernel process reads the files straight into"
          + " shared memory, module processes count them where they stand."
    })
public final class DemoCommand implements Callable<Integer> {

  private static final int MOST_MODULES = 32;
  private static final int MOST_CHUNK_KIBIBYTES = 8192;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "What to count; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--modules",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many module processes (1 to 32, default 2).")
  private int modules;

  @Option(
      names = "--kind",
      defaultValue = "jvm",
      description = "What they are written in: ${COMPLETION-CANDIDATES} (default jvm).")
  private ModuleKindChoice kind = ModuleKindChoice.JVM;

  @Option(
      names = "--tier",
      defaultValue = "light",
      description = "Size of the region: ${COMPLETION-CANDIDATES} (default light, 32 MiB).")
  private Tier tier = Tier.LIGHT;

  @Option(
      names = "--chunk",
      paramLabel = "KIB",
      defaultValue = "256",
      description = "KiB in one job (1 to 8192, default 256).")
  private int chunk;

  @Option(
      names = "--region",
      paramLabel = "PATH",
      description = "Where the region shall stand (default: a fresh file in /dev/shm).")
  private @Nullable Path region;

  @Option(names = "--keep", description = "Leave the region for inspection.")
  private boolean isKept;

  @Option(names = "--stats", description = "Print a table of statistics to standard error.")
  private boolean hasStatistics;

  @Option(names = "--json", description = "Print one JSON object instead of the rows.")
  private boolean isJson;

  @Option(
      names = "--progress",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Draw a progress bar: ${COMPLETION-CANDIDATES} (default auto: on a terminal, after a"
              + " second).")
  private DemoOptions.Progress progress = DemoOptions.Progress.AUTO;

  @Override
  public Integer call() throws IOException, InterruptedException {
    DemoOptions options = options();
    RegionFiles shared = new RegionFiles(RegionFiles.SHARED_MEMORY);
    shared.sweep();
    Path file = options.region().orElseGet(shared::fresh);
    try (PrintStream out =
        new PrintStream(
            new FileOutputStream(FileDescriptor.out), false, Charset.defaultCharset())) {
      boolean isClean = new Demo(new Inputs(files), options, file).run(out, System.err);
      if (out.checkError()) {
        throw new CommandFailed("standard output could not be written");
      }
      return isClean ? 0 : 1;
    }
  }

  private DemoOptions options() {
    require("--modules", modules, MOST_MODULES);
    require("--chunk", chunk, MOST_CHUNK_KIBIBYTES);
    return new DemoOptions(
        Optional.ofNullable(region),
        tier,
        modules,
        kind,
        chunk << 10,
        isKept,
        hasStatistics,
        isJson,
        progress);
  }

  private void require(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new ParameterException(
          spec.commandLine(), "%s: expected 1 to %d, got %d".formatted(option, most, value));
    }
  }
}
