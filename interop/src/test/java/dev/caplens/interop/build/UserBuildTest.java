package dev.caplens.interop.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The two modules of `docs/maven-plugin.md`, in a folder with a space in its name.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserBuildTest {
  private static final String GENERATED = "target/generated-sources/caplens/org/example/";

  @TempDir Path temporary;

  private LocalRepository repository = new LocalRepository(Path.of(""));

  @BeforeAll
  void fill_the_repository() throws IOException {
    repository = LocalRepository.ofThisBuild();
  }

  List<Maven> mavens() throws IOException {
    return List.of(
        Maven.installed(Maven.jdk17(), repository), Maven.current(Maven.thisJdk(), repository));
  }

  private Path modules() throws IOException {
    return Page.read("docs/maven-plugin.md")
        .writtenTo(Files.createTempDirectory(temporary, "user's modules "));
  }

  /// Sets the times of all that the goals wrote back, their own records too, and gives them.
  private static TreeMap<Path, FileTime> backdated(Path folder) throws IOException {
    TreeMap<Path, FileTime> times = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(UserBuildTest::isWrittenByGoals).toList()) {
        times.put(file, FileTime.fromMillis(1_000_000_000_000L));
        Files.setLastModifiedTime(file, times.get(file));
      }
    }
    return times;
  }

  private static boolean isWrittenByGoals(Path file) {
    String path = file.toString();
    return Files.isRegularFile(file)
        && (path.contains("/target/generated-") || path.contains("/target/caplens/"));
  }

  private static void assertTimes(TreeMap<Path, FileTime> times) throws IOException {
    for (Path file : times.keySet()) {
      assertEquals(times.get(file), Files.getLastModifiedTime(file), file.toString());
    }
  }

  /// Gives a schema another name, and its type.
  private static void paintInsteadOfColours(Path folder) throws IOException {
    Path schemas = folder.resolve("colours/src/main/capnp/org/example");
    Files.move(schemas.resolve("colour.capnp"), schemas.resolve("paint.capnp"));
    for (String file :
        List.of(
            "colours/src/main/capnp/org/example/paint.capnp",
            "shop/src/main/capnp/org/example/shop/item.capnp",
            "shop/src/test/java/org/example/shop/ItemTest.java")) {
      Path path = folder.resolve(file);
      String text = Files.readString(path);
      Files.writeString(
          path, text.replace("/colour.", "/paint.").replaceAll("\\bColour\\b", "Paint"));
    }
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void from_nothing_to_a_passing_test_in_one_verify_and_then_only_what_changed(Maven maven)
      throws IOException {
    Path folder = modules();
    String first = maven.pass(folder, "verify").out();
    assertTrue(first.contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0"), first);
    TreeMap<Path, FileTime> times = backdated(folder);
    long lenses = times.keySet().stream().filter(f -> f.toString().endsWith(".java")).count();
    assertEquals(3, lenses, times.toString());

    String second = maven.pass(folder, "-o", "-T", "2", "verify").out();

    assertTrue(second.contains("nothing changed, 1 schemas ("), second);
    assertFalse(second.contains("files changed"), second);
    assertTimes(times);
    second.lines().filter(line -> line.contains("nothing changed")).forEach(System.out::println);

    paintInsteadOfColours(folder);
    maven.pass(folder, "-o", "-T", "2", "verify");

    assertFalse(Files.exists(folder.resolve("colours/" + GENERATED + "Colour.java")));
    assertTrue(Files.exists(folder.resolve("colours/" + GENERATED + "Paint.java")));
  }

  @Test
  void other_modules_are_imported_from_folders_of_classes_too() throws IOException {
    Path folder = modules();

    Maven.current(Maven.jdk17(), repository).pass(folder, "-T", "2", "test-compile");

    assertTrue(Files.exists(folder.resolve("shop/" + GENERATED + "shop/Item.java")));
    assertFalse(Files.exists(folder.resolve("colours/target/colours-1.0.jar")));
  }

  @Test
  void an_error_in_a_schema_fails_the_build_at_its_place() throws IOException {
    Path folder = modules();
    Path colour = folder.resolve("colours/src/main/capnp/org/example/colour.capnp");
    Files.writeString(colour, Files.readString(colour) + "struct Bad {\n  a @0 :Txt;\n}\n");

    String said = Maven.installed(Maven.jdk17(), repository).fail(folder, "compile");

    Path real = colour.toRealPath();
    assertTrue(said.contains("[ERROR] " + real + ":[8,9] Not defined: Txt"), said);
    assertTrue(said.contains("[ERROR] " + real + " [8:9]: Not defined: Txt"), said);
  }

  @Test
  void the_goals_are_described_on_the_command_line() throws IOException {
    Maven maven = Maven.current(Maven.jdk17(), repository);

    String said =
        maven
            .pass(modules().resolve("colours"), "caplens:help", "-Ddetail", "-Dgoal=generate")
            .out();

    assertTrue(said.contains("caplens:generate"), said);
    assertTrue(said.contains("User property: caplens.javaPackage"), said);
  }
}
