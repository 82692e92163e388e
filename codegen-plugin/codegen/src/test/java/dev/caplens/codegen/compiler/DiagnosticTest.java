package dev.caplens.codegen.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.caplens.codegen.compiler.source.Diagnostic;
import dev.caplens.codegen.compiler.source.LineTable;
import dev.caplens.codegen.compiler.source.SourcePath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DiagnosticTest {

  private final LineTable lines = new LineTable("ab\nçd\n".getBytes(StandardCharsets.UTF_8));

  @Test
  void columns_count_bytes_from_one() {
    assertEquals("f:2:3-4: error: x", Diagnostic.at("f", lines, 5, 6, "x").toString());
  }

  @Test
  void a_point_has_one_column() {
    assertEquals("f:1:1: error: x", Diagnostic.at("f", lines, 0, 0, "x").toString());
    assertEquals("f:3:1: error: x", Diagnostic.at("f", lines, 7, 7, "x").toString());
  }

  @Test
  void what_spans_lines_names_the_first() {
    assertEquals("f:1: error: x", Diagnostic.at("f", lines, 1, 4, "x").toString());
  }

  @Test
  void paths_stay_within_their_tree() {
    assertEquals("a/c", SourcePath.relative("a/b", "./c"));
    assertEquals("c", SourcePath.relative("a/b", "../c"));
    assertEquals("c", SourcePath.relative("b", "c"));
    assertNull(SourcePath.relative("a/b", "../../c"));
    assertNull(SourcePath.normalize("/"));
  }
}
