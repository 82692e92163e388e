package dev.caplens.cli.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A further JVM that runs one `caplens` command, started as this one was: the same JDK, class
/// path, flags and ahead-of-time cache.
///
/// The launcher writes all of those to an argument file of the `java` command, and names it in the
/// property `caplens.launch`. A JVM that the launcher did not start (a test, an IDE) has none;
/// there the child gets the class path of this JVM and the one flag that it cannot do without.
/// Stateless; any thread.
public final class CaplensProcess {
  /// The launcher's argument file: flags, class path, main class.
  private static final String LAUNCH = "caplens.launch";

  /// The root of the source tree that the launcher belongs to.
  private static final String HOME = "caplens.home";

  private static final String MAIN_CLASS = "dev.caplens.cli.Caplens";

  private CaplensProcess() {}

  /// A builder for `caplens COMMAND ARGUMENTS...` in a new JVM. It is not started, and the caller
  /// may still set streams, folder and environment.
  ///
  /// @param command the name of a registered command, hidden ones too
  /// @param arguments passed as they are; none is expanded, even if it begins with `@`
  public static ProcessBuilder of(String command, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(java().toString());
    String launch = System.getProperty(LAUNCH);
    if (launch == null) {
      line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
      line.addAll(List.of("-cp", System.getProperty("java.class.path", ""), MAIN_CLASS));
    } else {
      line.add("@" + launch);
    }
    line.add(command);
    line.addAll(arguments);
    return new ProcessBuilder(line);
  }

  /// The `java` program of this JVM.
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /// The root of the source tree, if the launcher started this JVM.
  public static Optional<Path> home() {
    return Optional.ofNullable(System.getProperty(HOME)).map(Path::of);
  }
}
