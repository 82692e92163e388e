package dev.caplens.cli.schema;

import dev.caplens.bridge.FutexWaiter;
import dev.caplens.core.message.StructReader;
import dev.caplens.layout.Cell;
import dev.caplens.rings.SlotRing;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `caplens classpath`: what `javac -cp` and `java -cp` need for generated code.
///
/// The paths are those of the running command, so they fit the code that it generates.
@Command(
    name = "classpath",
    description = "Print the class path that compiling and running generated code needs.",
    footer = {"", "Use it so:  javac -cp \"$(./caplens classpath)\" *.java"})
public final class ClasspathCommand implements Runnable {
  private static final List<Class<?>> CORE = List.of(StructReader.class);
  private static final List<Class<?>> RINGS =
      List.of(StructReader.class, Cell.class, SlotRing.class, FutexWaiter.class);

  @Spec private CommandSpec spec;

  @Option(
      names = "--rings",
      description =
          "Also what shared regions and rings need: sab-layout, ring-buffers, native-bridge.")
  private boolean rings;

  @Override
  public void run() {
    String path =
        (rings ? RINGS : CORE)
            .stream()
                .map(ClasspathCommand::origin)
                .map(Path::toString)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    spec.commandLine().getOut().println(path);
  }

  private static Path origin(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
