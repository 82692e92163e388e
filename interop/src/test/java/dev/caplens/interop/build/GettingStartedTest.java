package dev.caplens.interop.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.interop.launcher.Run;
import dev.caplens.interop.rules.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody follows `docs/getting-started.md` in an empty folder.
class GettingStartedTest {
  @TempDir Path temporary;

  @Test
  void every_step_works_and_prints_what_the_page_says() throws IOException {
    Page page = Page.read("docs/getting-started.md");
    Path folder = Files.createDirectories(temporary.resolve("empty folder"));
    Map<String, String> environment = environment(page);

    int commands = 0;
    for (Page.Step step : page.steps()) {
      switch (step) {
        case Page.Write write -> {
          Path file = folder.resolve(write.path());
          Files.createDirectories(file.getParent());
          Files.writeString(file, write.text());
        }
        case Page.Command command -> {
          Run run = Run.of(folder, environment, List.of("bash", "-c", command.line()));
          assertEquals(0, run.exit(), () -> command.line() + "\n" + run.out() + run.err());
          if (!command.output().isEmpty()) {
            assertEquals(command.output(), run.out(), command.line());
          }
          commands++;
        }
      }
    }
    assertTrue(commands > 5, commands + " commands");
  }

  /// The shell after the lines that set up the machine. In it `mvn` is Maven with a repository of
  /// its own, and `java` is that of this JDK.
  private Map<String, String> environment(Page page) throws IOException {
    Maven maven = Maven.installed(Maven.thisJdk(), LocalRepository.withoutOurs());
    String line =
        maven.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    Path program = Files.createDirectories(temporary.resolve("bin")).resolve("mvn");
    Files.writeString(program, "#!/bin/sh\nexec " + line + " \"$@\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> environment = new HashMap<>(maven.environment());
    Path java = Maven.thisJdk().resolve("bin");
    environment.put("PATH", program.getParent() + ":" + java + ":" + System.getenv("PATH"));
    environment.put("CAPLENS_TESTING", ""); // this build did not make what stands in the clone
    environment.put("PATH", pathAfter(page.setUp(), environment));
    return environment;
  }

  /// Runs the lines that set up the machine in a clone; returns what `PATH` then is. It goes
  /// through a file, since Maven prints escape sequences even with `-q`.
  private String pathAfter(String lines, Map<String, String> environment) throws IOException {
    Path clone = temporary.resolve("clone");
    SourceTree.ofRepository().copyTo(clone);
    Path path = temporary.resolve("path");
    String script = "set -e\n" + lines + "\nprintf %s \"$PATH\" >'" + path + "'\n";
    Run run = Run.of(clone, environment, List.of("bash", "-c", script));
    assertEquals(0, run.exit(), () -> lines + "\n" + run.out() + run.err());
    return Files.readString(path);
  }
}
