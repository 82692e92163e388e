package dev.caplens.codegen.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.codegen.compiler.Reference;
import dev.caplens.codegen.compiler.SchemaCompiler;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.evolution.Compatibility;
import dev.caplens.core.schema.evolution.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which versions may replace which, and why not. Each pair is a struct, enum or interface before
/// and after.
class CompatibilityTest {

  private static final String OTHERS =
      """
      struct Int @0xa0a0a0a0a0a0a0a1 { value @0 :Int32; more @1 :Text; }
      struct Word @0xa0a0a0a0a0a0a0a2 { value @0 :Text; }
      struct Bit @0xa0a0a0a0a0a0a0a3 { value @0 :Bool; }
      struct Box @0xa0a0a0a0a0a0a0a4 (T) { value @0 :T; }
      enum Color @0xa0a0a0a0a0a0a0a5 { red @0; }
      enum Shape @0xa0a0a0a0a0a0a0a6 { round @0; }
      interface Named @0xa0a0a0a0a0a0a0a7 {}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32; }              | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32; b @1 :Text; }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32; }              | struct Z @0xb0b0b0b0b0b0b0b1 { a @0 :Int32; }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32; }              | struct A @0xb0b0b0b0b0b0b0b1 { union { a @0 :Int32; b @1 :Int8; } }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32 = 7; }          | struct A @0xb0b0b0b0b0b0b0b1 { g :group { a @0 :Int32 = 7; b @1 :Int8; } }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32; }              | struct A @0xb0b0b0b0b0b0b0b1 { g :union { a @0 :Int32; b @1 :Int8; } }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Text; }               | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Data; }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :List(UInt8); }        | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Data; }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Word; }               | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :AnyPointer; }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Word; }               | struct A @0xb0b0b0b0b0b0b0b1 (T) { a @0 :T; }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :List(Int32); }        | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :List(Int); }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :List(Text); }         | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :List(Word); }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :List(List(Int32)); }  | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :List(List(Int)); }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Text = \"x\"; }       | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Text = \"y\"; }",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Box; }                | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Box(Text); }",
        "enum A @0xb0b0b0b0b0b0b0b1 { a @0; }                       | enum A @0xb0b0b0b0b0b0b0b1 { b @1; a @0; }",
        "interface A @0xb0b0b0b0b0b0b0b1 { a @0 (x :Int8); }        | interface A @0xb0b0b0b0b0b0b0b1 extends(Named) { a @0 (x :Int8, y :Text); b @1 (); }",
        "const a :Int8 = 1;                                         | const a :Int8 = 2;",
      })
  void a_version_that_only_adds_may_replace_the_old_one(String old, String replacement) {
    Compatibility verdict = verdict(old, replacement);

    assertEquals(List.of(), verdict.breaks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32; }       | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :UInt32; }       | s.capnp:A.a: type was Int32, is UInt32; add a field of the new type instead",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32 = 1; }   | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32 = 2; }    | s.capnp:A.a: default was 1, is 2; what is stored is the difference to it",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32; b @1 :Int8; } | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32; }  | s.capnp:A.b: was a field, is gone; rename what is no longer used, but keep it",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32 = 1; }   | struct A @0xb0b0b0b0b0b0b0b1 { g :group { a @0 :Int32; } } | s.capnp:A.a: was a field of type Int32, is a group that does not begin with it; let its first member be the field, in the same place, with the same default",
        "struct A @0xb0b0b0b0b0b0b0b1 { g :group { a @0 :Int32; } } | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32; } | s.capnp:A.g: was a group, is a field of its own; keep the group",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :List(Int64); } | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :List(Int); }    | s.capnp:A.a: type was List(Int64), is List(s.capnp:Int); add a field of the new type instead",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :List(Bool); }  | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :List(Bit); }    | s.capnp:A.a: type was List(Bool), is List(s.capnp:Bit); add a field of the new type instead",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :AnyPointer; }  | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Word; }         | s.capnp:A.a: type was AnyPointer, is s.capnp:Word; add a field of the new type instead",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Data; }        | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Text; }         | s.capnp:A.a: type was Data, is Text; add a field of the new type instead",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Color; }       | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Shape; }        | s.capnp:A.a: type was s.capnp:Color, is s.capnp:Shape; add a field of the new type instead",
        "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Box(Text); }   | struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Box(Word); }    | s.capnp:A.a: type was s.capnp:Box(Text), is s.capnp:Box(s.capnp:Word); add a field of the new type instead",
        "enum A @0xb0b0b0b0b0b0b0b1 { a @0; b @1; }          | enum A @0xb0b0b0b0b0b0b0b1 { a @0; }                 | s.capnp:A.b: was enumerant 1, is gone; keep it",
        "interface A @0xb0b0b0b0b0b0b0b1 extends(Named) {}   | interface A @0xb0b0b0b0b0b0b0b1 {}                   | s.capnp:A: extended s.capnp:Named, does no longer; callers may rely on it",
        "interface A @0xb0b0b0b0b0b0b0b1 { a @0 (); }        | interface A @0xb0b0b0b0b0b0b0b1 {}                   | s.capnp:A.a: was method 0, is gone; keep it, it may throw",
        "interface A @0xb0b0b0b0b0b0b0b1 { a @0 Int -> Int; } | interface A @0xb0b0b0b0b0b0b0b1 { a @0 Word -> Int; } | s.capnp:A.a: parameters were s.capnp:Int, are s.capnp:Word; add a method instead",
        "struct A @0xb0b0b0b0b0b0b0b1 {}                     | enum A @0xb0b0b0b0b0b0b0b1 {}                        | s.capnp:A: was a struct, is an enum; give the new one an id of its own",
        "struct A @0xb0b0b0b0b0b0b0b1 {}                     | struct B @0xb0b0b0b0b0b0b0b2 {}                      | s.capnp:A: was declared, is gone; keep what others may still use",
      })
  void a_version_that_breaks_says_where_and_why(String old, String replacement, String reason) {
    Compatibility verdict = verdict(old, replacement);

    assertEquals(List.of(reason), verdict.breaks().stream().map(Finding::toString).toList());
  }

  @Test
  void a_union_that_is_numbered_anew_breaks() {
    Compatibility verdict =
        verdict(
            "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int8; union { x @1 :Int8; y @2 :Int8; } }",
            "struct A @0xb0b0b0b0b0b0b0b1 { union { a @0 :Int8; x @1 :Int8; y @2 :Int8; } }");

    assertTrue(
        verdict
            .toString()
            .contains(
                "s.capnp:A.x: was member 0 of the union, is member 1 of the union; a field joins a"
                    + " union as its member 0 only, and members keep their order\n"),
        verdict::toString);
  }

  @Test
  void all_reasons_come_at_once() {
    Compatibility verdict =
        verdict(
            "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32; b @1 :Text; } enum B @0xb0b0b0b0b0b0b0b2 { x @0; }",
            "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int64; b @1 :List(Text); } enum B @0xb0b0b0b0b0b0b0b2 {}");

    assertEquals(3, verdict.breaks().size(), verdict::toString);
  }

  @Test
  void a_new_name_is_a_warning() {
    Compatibility verdict =
        verdict(
            "struct A @0xb0b0b0b0b0b0b0b1 { a @0 :Int32; }",
            "struct A @0xb0b0b0b0b0b0b0b1 { b @0 :Int32; }");

    assertTrue(verdict.isCompatible());
    assertEquals(
        "s.capnp:A.a: is called b now; source code, text and JSON that use the name change",
        verdict.toString());
  }

  @Test
  void the_bundled_schemas_may_replace_those_that_are_installed() throws IOException {
    Reference.require();
    Path installed = Path.of("/usr/include");
    List<Path> files;
    try (Stream<Path> all = Files.walk(installed.resolve("capnp"))) {
      files = all.filter(file -> file.toString().endsWith(".capnp")).sorted().toList();
    }
    assertTrue(files.size() >= 7, files::toString);

    for (Path file : files) {
      SchemaSet old =
          SchemaLoader.read(
              RequestEncoder.encode(
                  SchemaCompiler.builder()
                      .sourcePrefix(installed)
                      .build()
                      .compile(List.of(file))
                      .orThrow()),
              false);
      SchemaSet bundled = Schemas.bundled(installed.relativize(file).toString());

      assertEquals(List.of(), Compatibility.of(old, bundled).breaks(), file.toString());
    }
  }

  private static Compatibility verdict(String old, String replacement) {
    return Compatibility.of(Schemas.of(OTHERS + old), Schemas.of(OTHERS + replacement));
  }
}
