package dev.caplens.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeniedAccessTest {

  @Test
  void native_access_that_is_denied_is_told_every_time_and_waiting_goes_on_without()
      throws Exception {
    String modules = System.getProperty("jdk.module.path", "");
    String classes = System.getProperty("java.class.path", "");
    String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--illegal-native-access=deny",
                "-Xmx64m",
                "-cp",
                String.join(File.pathSeparator, tests, modules, classes),
                Denied.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String remedy =
        "native access is denied; start Java with --enable-native-access=dev.caplens.bridge (ALL-UNNAMED on a class path)";
    String futex = "UnsupportedOperationException: futex: " + remedy;
    String memfd = "UnsupportedOperationException: memfd: " + remedy;

    try (BufferedReader lines = jvm.inputReader(StandardCharsets.UTF_8)) {
      assertEquals(List.of("PollingWaiter", futex, memfd, futex, memfd), lines.lines().toList());
    }
  }
}
