package dev.caplens.interop.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// One fresh copy in a folder with a space in its name, built by the first test step and used by
/// all tests. Each test leaves the copy as it found it: built from its sources.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LauncherTest {
  private static final String BUILDING = "caplens: building";
  private static final Map<String, String> REAL_JDK =
      Map.of(
          "JAVA_HOME", System.getProperty("java.home"), "CAPLENS_TESTING", "", "CAPLENS_JDKS", "");

  private Path scratch = Path.of("");
  private FreshCopy copy = new FreshCopy(Path.of(""));
  private List<Run> firstUses = List.of();

  @BeforeAll
  void use_a_fresh_copy_twice_at_once(@TempDir Path folder) throws IOException {
    scratch = folder;
    copy = FreshCopy.at(scratch.resolve("a folder with 'spaces'/caplens"));
    var one = CompletableFuture.supplyAsync(() -> caplens(Path.of("/"), REAL_JDK, "--version"));
    var other = CompletableFuture.supplyAsync(() -> caplens(scratch, REAL_JDK, "--version"));
    firstUses = List.of(one.join(), other.join());
  }

  @AfterAll
  void remove_the_links_to_programs() throws IOException {
    FreshCopy.unlink(scratch);
  }

  @Test
  void two_first_uses_at_once_build_once_and_both_answer() {
    for (Run use : firstUses) {
      assertEquals(0, use.exit(), use.err());
      assertTrue(use.out().matches("caplens [^\n]+\nJDK [^\n]+\n"), use.out());
    }
    assertEquals(
        1,
        firstUses.stream().filter(use -> use.err().contains(BUILDING)).count(),
        firstUses.toString());
  }

  @Test
  void a_later_use_builds_nothing_and_says_nothing() {
    Run use = caplens(scratch, REAL_JDK, "--version");

    assertEquals(0, use.exit());
    assertEquals("", use.err());
    assertEquals(firstUses.getFirst().out(), use.out());
  }

  @Test
  void the_start_is_prepared_with_an_ahead_of_time_cache() throws IOException {
    try (var files = Files.walk(copy.root().resolve(".build/app"))) {
      List<Path> caches = files.filter(file -> file.endsWith("caplens.aot")).toList();

      assertEquals(1, caches.size(), caches.toString());
      String arguments = Files.readString(caches.getFirst().resolveSibling("jvm.args"));
      assertTrue(arguments.contains("\"-XX:AOTCache=" + caches.getFirst() + "\"\n"), arguments);
    }
  }

  @Test
  void it_works_through_symbolic_links_and_keeps_the_callers_folder() throws IOException {
    Path bin = Files.createDirectories(scratch.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("direct"), copy.launcher());
    Files.createSymbolicLink(bin.resolve("caplens"), Path.of("direct"));
    Map<String, String> showing = with(REAL_JDK, "JDK_JAVA_OPTIONS", "-XshowSettings:properties");

    Run use = Run.of(scratch, showing, List.of("bin/caplens", "--version"));

    assertEquals(0, use.exit(), use.err());
    assertTrue(use.err().contains("user.dir = " + scratch.toRealPath() + "\n"), use.err());
    assertTrue(use.err().contains("caplens.home = " + copy.root().toRealPath() + "\n"), use.err());
  }

  @Test
  void the_exit_code_of_the_command_is_that_of_the_launcher() {
    assertEquals(2, caplens(scratch, REAL_JDK, "no-such-command").exit());
  }

  @Test
  void without_a_jdk_25_it_says_where_it_looked_and_how_to_get_one() throws IOException {
    Path old = FreshCopy.jdk(scratch.resolve("old jdk"), "24.0.2", "exit 1\n");
    Path tools = FreshCopy.toolsWithout(Set.of("java", "javac"), scratch.resolve("no-java"));
    Path empty = Files.createDirectories(scratch.resolve("empty"));

    Run use =
        caplens(
            scratch,
            Map.of(
                "JAVA_HOME",
                old.toString(),
                "PATH",
                tools.toString(),
                "CAPLENS_JDKS",
                empty.toString()),
            "--version");

    assertEquals(1, use.exit());
    assertEquals("", use.out());
    assertTrue(
        use.err()
            .startsWith(
                """
                caplens: no JDK 25 or newer found. I looked at:
                  JAVA_HOME: %s (version 24.0.2)
                  PATH: no java
                  %s: no JDK there
                """
                    .formatted(old, empty)),
        use.err());
    assertTrue(use.err().contains("apt-get install openjdk-25-jdk"), use.err());
  }

  @Test
  void a_jdk_that_is_too_old_is_passed_over_by_what_its_release_file_says() throws IOException {
    Path old = FreshCopy.jdk(scratch.resolve("too old"), "24.0.2", "echo old\n");
    Path folder = scratch.resolve("some jdks");
    FreshCopy.jdk(folder.resolve("first"), "1.8.0_402", "echo eight\n");
    FreshCopy.jdk(folder.resolve("second"), "26-ea", "echo new\n");

    Run use =
        caplens(
            scratch,
            Map.of(
                "JAVA_HOME", old.toString(),
                "PATH",
                    FreshCopy.toolsWithout(Set.of("java", "javac"), scratch.resolve("java-less"))
                        .toString(),
                "CAPLENS_JDKS", folder.toString()),
            "--version");

    assertEquals("new\n", use.out(), use.err());
  }

  @Test
  void the_launcher_becomes_java_so_that_signals_reach_it() throws IOException {
    Path jdk =
        FreshCopy.jdk(
            scratch.resolve("waiting jdk"),
            "25.0.1",
            """
            case $1 in -XX:AOTCacheOutput=*) exit 9 ;; esac
            trap 'exit 42' TERM
            echo $$
            while :; do sleep 0.1; done
            """);

    Process process =
        Run.start(
            scratch,
            with(REAL_JDK, "JAVA_HOME", jdk.toString()),
            List.of(copy.launcher().toString(), "x"));
    try (BufferedReader out = process.inputReader()) {
      assertEquals(Long.toString(process.pid()), out.readLine());
      process.destroy();
      assertEquals(42, process.onExit().join().exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_build_without_maven_says_what_to_install() throws IOException {
    Path tools = toolsAsUser(1000, Set.of("mvn"));
    var modified = Files.getLastModifiedTime(copy.root().resolve("pom.xml"));
    Files.setLastModifiedTime(copy.root().resolve("pom.xml"), FileTime.from(Instant.now()));

    Run use = caplens(scratch, with(REAL_JDK, "PATH", tools.toString()), "--version");

    Files.setLastModifiedTime(copy.root().resolve("pom.xml"), modified);
    assertEquals(1, use.exit());
    assertEquals(
        "caplens: the build needs 'mvn': install the package 'maven' (Debian: apt-get install maven)\n",
        use.err());
  }

  @Test
  void a_source_that_appears_and_one_that_disappears_are_built_again() throws IOException {
    Path broken = copy.root().resolve("cli/src/main/java/dev/caplens/cli/Broken.java");
    Files.writeString(
        broken, "package dev.caplens.cli;\nclass Broken { int f() { return missing; } }\n");

    Run failing = caplens(scratch, REAL_JDK, "--version");

    assertEquals(1, failing.exit());
    assertEquals("", failing.out());
    assertTrue(failing.err().contains("Broken.java:[2,"), failing.err());
    assertTrue(
        failing.err().contains("caplens: the build failed; the whole log is "), failing.err());

    Files.delete(broken);
    Run repaired = buildWithoutFlockCapnpAndMaven();

    assertEquals(0, repaired.exit(), repaired.err());
    assertTrue(
        repaired.err().startsWith("caplens: installing with apt-get: maven\n" + BUILDING),
        repaired.err());
    assertEquals(firstUses.getFirst().out() + "for-cat\n", repaired.out());
  }

  /// Builds on a machine without `flock`, where the lock of a dead process was left behind, and
  /// without `capnp`, and without Maven, which `apt-get` can install. The build must leave standard
  /// input to whoever comes next: here to `cat`.
  private Run buildWithoutFlockCapnpAndMaven() throws IOException {
    Path tools = toolsAsUser(0, Set.of("flock", "capnp", "mvn"));
    String maven = Run.of(scratch, Map.of(), List.of("sh", "-c", "command -v mvn")).out().strip();
    FreshCopy.script(
        tools.resolve("apt-get"),
        "case $* in *install*maven) ln -s '"
            + maven
            + "' '"
            + tools.resolve("mvn")
            + "' ;; esac\n");
    Path lock = copy.root().resolve(".build/build.owner");
    Files.createSymbolicLink(lock, Path.of("999999999")); // no process can have this number

    Run run =
        Run.of(
            scratch,
            with(REAL_JDK, "PATH", tools.toString()),
            List.of(
                "bash",
                "-c",
                "echo for-cat | { \"$0\" --version && cat; }",
                copy.launcher().toString()));

    assertFalse(Files.isSymbolicLink(lock));
    return run;
  }

  @Test
  void test_runs_maven_on_the_jdk_that_was_found_and_hands_over_its_exit_code() throws IOException {
    Path tools = fakeMaven("printf '%s\\n' \"$JAVA_HOME\" \"$PWD\" \"$@\"; exit 3\n");

    Run use =
        caplens(scratch, with(REAL_JDK, "PATH", tools.toString()), "test", "-o", "-Dname=a b");

    assertEquals(3, use.exit(), use.err());
    assertEquals(
        String.join(
            "\n",
            System.getProperty("java.home"),
            copy.root().toRealPath().toString(),
            "-B",
            "-ntp",
            "verify",
            "-o",
            "-Dname=a b",
            ""),
        use.out());
  }

  @Test
  void inside_test_the_launcher_uses_what_is_built_even_if_a_source_is_newer() throws IOException {
    Path tools = fakeMaven("touch pom.xml; exec ./caplens --version\n");
    var modified = Files.getLastModifiedTime(copy.root().resolve("pom.xml"));

    Run use = caplens(scratch, with(REAL_JDK, "PATH", tools.toString()), "test");

    assertEquals(0, use.exit(), use.err());
    assertEquals(firstUses.getFirst().out(), use.out());
    assertFalse(use.err().contains(BUILDING), use.err());
    Files.setLastModifiedTime(copy.root().resolve("pom.xml"), modified);
  }

  /// This machine's programs, with another `mvn`, and an `apt-get` that installs nothing.
  private Path fakeMaven(String text) throws IOException {
    Path folder = Files.createTempDirectory(scratch, "maven");
    Path tools = FreshCopy.toolsWithout(Set.of("mvn", "apt-get"), folder);
    FreshCopy.script(tools.resolve("mvn"), text);
    FreshCopy.script(tools.resolve("apt-get"), "exit 1\n");
    return tools;
  }

  /// This machine's programs less some, for a user of this number, with an `apt-get` that installs
  /// nothing.
  private Path toolsAsUser(int user, Set<String> missing) throws IOException {
    Set<String> replaced = new HashSet<>(missing);
    replaced.addAll(Set.of("id", "apt-get"));
    Path tools = FreshCopy.toolsWithout(replaced, Files.createTempDirectory(scratch, "tools"));
    FreshCopy.script(tools.resolve("id"), "echo " + user + "\n");
    FreshCopy.script(tools.resolve("apt-get"), "exit 1\n");
    return tools;
  }

  private Run caplens(Path folder, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(copy.launcher().toString()));
    command.addAll(List.of(arguments));
    return Run.of(folder, environment, command);
  }

  private static Map<String, String> with(
      Map<String, String> environment, String name, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(name, value);
    return changed;
  }
}
