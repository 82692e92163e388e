package dev.caplens.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  @TempDir Path root;

  private Path folder;
  private Path staging;
  private OutputFolder output;

  @BeforeEach
  void an_empty_folder() throws IOException {
    folder = Files.createDirectory(root.resolve("out"));
    staging = Files.createDirectory(root.resolve("staging"));
    output = new OutputFolder(folder, root.resolve("state"));
  }

  private void stage(String name, String text) throws IOException {
    Path file = staging.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void unstage(String name) throws IOException {
    Files.deleteIfExists(staging.resolve(name));
  }

  @Test
  void a_folder_without_a_record_is_not_current() throws IOException {
    assertFalse(output.isCurrent("a"));
  }

  @Test
  void a_folder_is_current_for_the_inputs_it_was_made_from_and_no_others() throws IOException {
    stage("p/A.java", "A");
    output.replaceWith(staging, "inputs");

    assertTrue(output.isCurrent("inputs"));
    assertFalse(output.isCurrent("other"));
  }

  @Test
  void a_folder_whose_file_was_changed_or_removed_is_not_current() throws IOException {
    stage("p/A.java", "A");
    output.replaceWith(staging, "inputs");

    Files.writeString(folder.resolve("p/A.java"), "B");
    assertFalse(output.isCurrent("inputs"));

    Files.delete(folder.resolve("p/A.java"));
    assertFalse(output.isCurrent("inputs"));
  }

  @Test
  void a_file_of_the_same_content_is_not_written_again() throws IOException {
    stage("p/A.java", "A");
    output.replaceWith(staging, "1");
    FileTime old = FileTime.fromMillis(1000);
    Files.setLastModifiedTime(folder.resolve("p/A.java"), old);

    stage("p/A.java", "A");
    int changed = output.replaceWith(staging, "2");

    assertEquals(0, changed);
    assertEquals(old, Files.getLastModifiedTime(folder.resolve("p/A.java")));
  }

  @Test
  void what_an_earlier_run_wrote_and_this_one_did_not_is_removed() throws IOException {
    stage("p/q/A.java", "A");
    stage("B.java", "B");
    output.replaceWith(staging, "1");
    Files.writeString(folder.resolve("Mine.java"), "mine");

    unstage("p/q/A.java");
    stage("B.java", "B2");
    int changed = output.replaceWith(staging, "2");

    assertEquals(2, changed);
    assertFalse(Files.exists(folder.resolve("p")));
    assertEquals("B2", Files.readString(folder.resolve("B.java")));
    assertEquals("mine", Files.readString(folder.resolve("Mine.java")));
  }
}
