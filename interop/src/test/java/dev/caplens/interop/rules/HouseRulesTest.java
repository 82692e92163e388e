package dev.caplens.interop.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// This repository keeps its rules.
class HouseRulesTest {
  private final SourceTree tree = SourceTree.ofRepository();

  @Test
  void there_are_sources_to_look_at() throws IOException {
    List<JavaSource> sources = tree.java();

    assertTrue(
        sources.stream().anyMatch(source -> source.packageName().startsWith("dev.caplens.core")));
    assertTrue(sources.stream().anyMatch(source -> source.file().endsWith("HouseRulesTest.java")));
  }

  @Test
  void names_are_nouns() throws IOException {
    assertKept(new NamesRule());
  }

  @Test
  void packages_are_described_and_null_marked() throws IOException {
    assertKept(new NullMarkedRule());
  }

  @Test
  void methods_and_files_are_short() throws IOException {
    assertKept(new SizesRule());
  }

  @Test
  void every_release_has_its_acquire() throws IOException {
    assertKept(new PairsRule());
  }

  @Test
  void dependencies_have_a_reason_and_one_place_for_their_version() throws IOException {
    assertKept(new DependenciesRule());
  }

  @Test
  void modules_name_only_modules_to_their_left() throws IOException {
    assertKept(new DirectionRule());
  }

  @Test
  void no_file_names_a_registry() throws IOException {
    assertKept(TextRule.REGISTRIES);
    assertKept(TextRule.POM_HOSTS);
  }

  @Test
  void no_file_names_a_folder_of_one_machine() throws IOException {
    assertKept(TextRule.PRIVATE_PATHS);
  }

  @Test
  void no_work_is_left_in_comments() throws IOException {
    assertKept(TextRule.LEFT_WORK);
  }

  private void assertKept(HouseRule rule) throws IOException {
    String broken =
        rule.violations(tree).stream().map(Violation::toString).collect(Collectors.joining("\n"));
    assertEquals("", broken);
  }
}
