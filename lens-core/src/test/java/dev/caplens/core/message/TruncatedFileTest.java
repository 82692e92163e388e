package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A file that this process truncates while another one has lenses over it.
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TruncatedFileTest {

  @TempDir Path folder;

  @Test
  void no_access_to_a_truncated_file_kills_the_jvm_and_each_tells()
      throws IOException, InterruptedException {
    check("-XX:TieredStopAtLevel=1 -Dcaplens.rounds=300");
  }

  /// The second compiler relies on the range of what is loaded, which a load that was skipped does
  /// not keep: decision 0016.
  @Test
  void no_access_to_a_truncated_file_kills_the_jvm_in_code_of_the_second_compiler()
      throws IOException, InterruptedException {
    check(
        "-XX:Tier4InvocationThreshold=500 -XX:Tier4MinInvocationThreshold=100"
            + " -XX:Tier4CompileThreshold=1000 -Dcaplens.rounds=3000");
  }

  private void check(String options) throws IOException, InterruptedException {
    List<String> told = new ArrayList<>();
    Process process = start("-Xbatch " + options);
    int status;
    try {
      serve(process, told);
      status = process.waitFor();
    } finally {
      process.destroyForcibly();
    }

    assertEquals(0, status, () -> "after " + told + "; " + folder.resolve("hs_err.log"));
    assertEquals("alive", told.removeLast());
    assertTrue(told.size() > 60, told::toString);
    told.removeIf(line -> line.matches(".*: InternalError(, nothing)?"));
    assertEquals(List.of("written to a file: IOException, nothing"), told);
  }

  private Process start(String options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options.split(" ")));
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:-CreateCoredumpOnCrash"));
    command.add("-XX:ErrorFile=" + folder.resolve("hs_err.log"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
    command.add(TruncatedFile.class.getName());
    command.add(folder.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void serve(Process process, List<String> told) throws IOException {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        PrintWriter answers = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("truncate ")) {
          truncate(line.split(" "));
          answers.println();
          answers.flush();
        } else {
          told.add(line);
        }
      }
    }
  }

  private static void truncate(String[] order) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(order[1]), StandardOpenOption.WRITE)) {
      channel.truncate(Long.parseLong(order[2]));
    }
  }

  private static String classPath() {
    String modules = System.getProperty("jdk.module.path", "");
    String classes = System.getProperty("java.class.path", "");
    Path tests = Path.of("target", "test-classes").toAbsolutePath();
    return String.join(File.pathSeparator, tests.toString(), modules, classes);
  }
}
