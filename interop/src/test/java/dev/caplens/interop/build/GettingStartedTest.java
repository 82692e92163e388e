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
    Map<String, String> environment = environment();

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

  /// A shell in which `mvn` is Maven with the tests' repository, and `caplens` and `java` are ours.
  private Map<String, String> environment() throws IOException {
    Path root = SourceTree.ofRepository().root();
    Maven maven = Maven.installed(Maven.thisJdk(), LocalRepository.ofThisBuild());
    String line =
        maven.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    Path program = Files.createDirectories(temporary.resolve("bin")).resolve("mvn");
    Files.writeString(program, "#!/bin/sh\nexec " + line + " \"$@\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> environment = new HashMap<>(maven.environment());
    Path java = Maven.thisJdk().resolve("bin");
    environment.put(
        "PATH", program.getParent() + ":" + java + ":" + System.getenv("PATH") + ":" + root);
    environment.put("CAPLENS_TESTING", root.toString());
    return environment;
  }
}
