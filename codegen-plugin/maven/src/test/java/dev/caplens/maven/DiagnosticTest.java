package dev.caplens.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DiagnosticTest {
  @Test
  void a_place_with_a_range_of_columns_becomes_the_form_of_the_compiler_plugin() {
    Diagnostic diagnostic = Diagnostic.of("/a b/x.capnp:3:12-15: error: Not defined: Txt");

    assertEquals(Diagnostic.Severity.ERROR, diagnostic.severity());
    assertEquals("/a b/x.capnp:[3,12] Not defined: Txt", diagnostic.forMaven());
  }

  @Test
  void a_place_with_only_a_file_keeps_it() {
    Diagnostic diagnostic = Diagnostic.of("x.capnp: error: File does not declare an ID.");

    assertEquals("x.capnp: File does not declare an ID.", diagnostic.forMaven());
  }

  @Test
  void an_error_without_a_place_is_its_text() {
    assertEquals("no room", Diagnostic.of("error: no room").forMaven());
  }

  @Test
  void any_other_line_is_a_detail() {
    assertEquals(Diagnostic.Severity.DETAIL, Diagnostic.of("  at x.y(Z.java:3)").severity());
  }
}
