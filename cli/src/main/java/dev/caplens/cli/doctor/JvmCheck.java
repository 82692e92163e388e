package dev.caplens.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The JDK that runs this command, its permission to call native code, and the cores that it may
/// use.
final class JvmCheck implements Check {
  private static final int LEAST_JDK = 25;

  @Override
  public List<Finding> examine() {
    return List.of(jdk(), nativeAccess(), cores());
  }

  private static Finding jdk() {
    Path home = Path.of(System.getProperty("java.home"));
    String detail = Runtime.version() + " at " + home;
    if (Runtime.version().feature() < LEAST_JDK) {
      return Finding.broken(
          "JDK",
          detail,
          "install a JDK " + LEAST_JDK + " and start with ./caplens, which finds it");
    }
    if (!Files.isExecutable(home.resolve("bin/javac"))) {
      return Finding.weak(
          "JDK", detail + ", without a compiler", "install the JDK, not only the JRE, to build");
    }
    return Finding.ok("JDK", detail);
  }

  private static Finding nativeAccess() {
    return JvmCheck.class.getModule().isNativeAccessEnabled()
        ? Finding.ok("native access", "granted")
        : Finding.broken(
            "native access",
            "not granted; the JVM warns today and will refuse later",
            "pass --enable-native-access=ALL-UNNAMED to java, as ./caplens does");
  }

  private static Finding cores() {
    int cores = Runtime.getRuntime().availableProcessors();
    return cores >= 2
        ? Finding.ok("cores", Integer.toString(cores))
        : Finding.weak(
            "cores",
            Integer.toString(cores),
            "give the container or machine two or more: on one core every hand-over is a sleep and a wake");
  }
}
