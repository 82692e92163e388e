package dev.caplens.maven;

import static dev.caplens.maven.UserProject.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal {@code check} on a project whose schemas change. */
class CheckTest {
  private static final String NAME = "org/example/person.capnp";

  @TempDir Path temporary;

  private UserProject project = new UserProject(Path.of(""));
  private Path old = Path.of("");

  @BeforeEach
  void a_project_and_a_previous_version_of_its_schema() throws IOException {
    project = new UserProject(Files.createDirectories(temporary.resolve("my project")));
    project.schema(NAME, "struct Person { name @0 :Text; age @1 :UInt8; }");
    old = temporary.resolve("old version");
    Files.createDirectories(old.resolve("org/example"));
    Files.copy(project.base.resolve("src/main/capnp/" + NAME), old.resolve(NAME));
  }

  private void compareWithFolder() throws Exception {
    CheckMojo goal = project.check();
    set(goal, "previousDirectory", old.toFile());
    goal.execute();
  }

  private void compareWithRevision(String revision) throws Exception {
    CheckMojo goal = project.check();
    set(goal, "previousRevision", revision);
    goal.execute();
  }

  private void git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=T", "-c", "user.email=t"));
    command.addAll(Arrays.asList(arguments));
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(temporary.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(git.getInputStream().readAllBytes());
      assertEquals(0, git.waitFor(), said);
    } catch (IOException absent) {
      String text = "needs git: apt-get install git";
      if (System.getenv("CI") != null && !System.getenv("CI").isEmpty()) {
        throw new AssertionError(text, absent);
      }
      Assumptions.abort(text);
    }
  }

  private static void assertContains(String part, Exception error) {
    assertTrue(String.valueOf(error.getMessage()).contains(part), error::getMessage);
  }

  @Test
  void a_new_field_is_compatible_and_is_not_compared_twice() throws Exception {
    project.schema(NAME, "struct Person { name @0 :Text; age @1 :UInt8; tall @2 :Bool; }");

    compareWithFolder();
    List<String> told = List.copyOf(project.messages.told);
    compareWithFolder();

    assertEquals(List.of("clear person.capnp"), told);
    assertEquals(told, project.messages.told);
  }

  @Test
  void every_incompatible_change_is_named_with_file_type_field_old_and_new() throws Exception {
    project.schema(NAME, "struct Person { name @0 :List(Text); age @1 :UInt32; }");

    MojoFailureException error = assertThrows(MojoFailureException.class, this::compareWithFolder);

    assertContains("are not compatible with the folder " + old + ":\n", error);
    String file = project.base.resolve("src/main/capnp/" + NAME).toString();
    String person = file + ":[2,1] " + NAME + ":Person";
    assertContains(person + ".name: type was Text, is List(Text); add a field", error);
    assertContains(person + ".age: type was UInt8, is UInt32; add a field", error);
    assertTrue(
        project.messages.told.stream().anyMatch(told -> told.startsWith("2 person.capnp 2:1 ")));
  }

  @Test
  void a_type_that_is_gone_is_named_and_a_new_name_is_a_warning() throws Exception {
    project.schema(NAME, "struct Person { called @0 :Text; age @1 :UInt8; }");
    compareWithFolder();
    List<String> told = List.copyOf(project.messages.told);
    project.schema(NAME, "struct Animal @0xe1c58d40a7b3f926 { legs @0 :UInt8; }");

    MojoFailureException error = assertThrows(MojoFailureException.class, this::compareWithFolder);

    assertEquals(2, told.size(), told.toString());
    assertTrue(
        told.get(1).startsWith("1 person.capnp 2:1 " + NAME + ":Person.name: "), told.get(1));
    assertContains("\n" + NAME + ":Person: was declared, is gone; ", error);
  }

  @Test
  void a_git_revision_is_compared_as_it_stood_then() throws Exception {
    git("init", "-q", ".");
    git("add", ".");
    git("commit", "-q", "-m", "first");
    git("tag", "v1");
    project.schema(NAME, "struct Person { name @0 :Text; age @1 :UInt8; tall @2 :Bool; }");
    compareWithRevision("v1");
    project.schema(NAME, "struct Person { name @0 :Text; age @1 :UInt64; }");

    MojoFailureException error =
        assertThrows(MojoFailureException.class, () -> compareWithRevision("v1"));

    assertContains("are not compatible with git revision v1:\n", error);
    assertContains("Person.age", error);
  }

  @Test
  void a_git_revision_that_is_not_there_is_named_with_what_to_do() throws Exception {
    git("init", "-q", ".");

    MojoExecutionException error =
        assertThrows(MojoExecutionException.class, () -> compareWithRevision("v9"));

    assertContains("cannot read git revision v9 in ", error);
    assertContains("git fetch --unshallow --tags", error);
  }

  @Test
  void a_missing_previous_version_fails_unless_it_is_said_to_be_the_first() throws Exception {
    CheckMojo goal = project.check();
    set(goal, "previousDirectory", temporary.resolve("nothing").toFile());

    MojoExecutionException error = assertThrows(MojoExecutionException.class, goal::execute);
    set(goal, "previousRequired", false);
    goal.execute();

    assertContains("there is no folder ", error);
    assertContains("set previousRequired to false", error);
  }

  @Test
  void one_of_the_three_places_has_to_be_named() throws Exception {
    MojoExecutionException none =
        assertThrows(MojoExecutionException.class, () -> project.check().execute());

    assertContains("with one of previousDirectory (a folder), previousRevision", none);
  }

  @Test
  void schemas_that_are_all_gone_are_an_incompatible_change() throws Exception {
    Files.delete(project.base.resolve("src/main/capnp/" + NAME));

    MojoFailureException error = assertThrows(MojoFailureException.class, this::compareWithFolder);

    assertContains("there are no schemas in ", error);
    assertContains(", but 1 in the folder " + old, error);
  }
}
