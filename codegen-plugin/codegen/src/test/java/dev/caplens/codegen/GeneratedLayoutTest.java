package dev.caplens.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import golden.layouts.Header;
import golden.layouts.Kind;
import golden.layouts.Panel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Structs at fixed offsets: the same bytes for Java and C.
class GeneratedLayoutTest {
  static final String FILLED = "cafef00d0badbeef 7 -3 module 200 0.25 123456789012 1 4000000000";

  @TempDir Path folder;

  /// A struct of which [#FILLED] is what C and TypeScript print.
  static void fill(Header.Layout header) {
    header.setMagic(0xCAFE_F00D_0BAD_BEEFL);
    header.setStateRelease(7);
    header.setGeneration(-3);
    header.setKind(Kind.MODULE);
    header.setLevel(200);
    header.setMean(0.25);
    header.setOwnerStartTime(123_456_789_012L);
    header.setSealed(true);
    header.setOwnerPid((int) 4_000_000_000L);
  }

  @Test
  void a_field_reads_as_what_was_written() {
    Header.Layout header = Header.Layout.at(Region.anonymous(256), 128);

    fill(header);

    assertEquals(0xCAFE_F00D_0BAD_BEEFL, header.getMagic());
    assertEquals(7, header.getStateAcquire());
    assertEquals(Kind.MODULE, header.getKind());
    assertEquals(200, header.getLevel());
    assertEquals(0.25, header.getMean());
    assertTrue(header.getSealed());
    assertFalse(header.getOpen());
    assertEquals(4_000_000_000L, Integer.toUnsignedLong(header.getOwnerPid()));
  }

  @Test
  void an_atomic_exchange_changes_only_what_it_expects() {
    Header.Layout header = Header.Layout.at(Region.anonymous(128), 0);

    assertTrue(header.compareAndSetState(0, 5));
    assertFalse(header.compareAndSetState(0, 6));
    assertEquals(5, header.getAndAddState(2));
    assertEquals(7, header.getState());
    assertTrue(header.compareAndSetMagic(0, -1));
    assertEquals(-1, header.getAndAddMagic(1));
    assertEquals(0, header.getMagicAcquire());
  }

  @Test
  void a_layout_that_does_not_fit_its_region_is_refused() {
    Region region = Region.anonymous(128);

    assertThrows(IndexOutOfBoundsException.class, () -> Header.Layout.at(region, 8));
    assertThrows(IndexOutOfBoundsException.class, () -> Header.Layout.at(region, -8));
    assertThrows(IllegalArgumentException.class, () -> Header.Layout.at(Region.anonymous(256), 4));
  }

  @Test
  void a_layout_over_a_read_only_region_refuses_to_write() throws IOException {
    Path file = folder.resolve("region");
    Region.create(file, 128).close();

    Header.Layout header = Header.Layout.at(Region.open(file, Access.READ_ONLY), 0);

    assertEquals(0, header.getMagic());
    assertThrows(IllegalStateException.class, () -> header.setMagic(1));
    assertThrows(IllegalStateException.class, () -> header.compareAndSetState(0, 1));
  }

  @Test
  void a_value_outside_the_range_of_its_field_is_refused() {
    Header.Layout header = Header.Layout.at(Region.anonymous(128), 0);

    assertThrows(IllegalArgumentException.class, () -> header.setLevel(256));
    assertThrows(IllegalArgumentException.class, () -> header.setPort(-1));
  }

  @Test
  void a_field_stands_where_the_schema_says() {
    Region region = Region.anonymous(512);
    Panel.Layout panel = Panel.Layout.at(region, 256);
    Header.Layout bytes = Header.Layout.at(region, 256 + 128);

    panel.setHeartbeat(0x1122_3344_5566_7788L);
    panel.setKey(new byte[] {1, 2, 3, 4});
    panel.setOwnerRuns(1, (short) -2);
    panel.setOwnerWordsRelease(13, 99);

    assertEquals(256, panel.offset());
    assertEquals(0x1122_3344_5566_7788L, bytes.getMagic());
    assertEquals(0xfffe << 16, bytes.getState());
    assertEquals(99, Panel.Layout.at(region, 256).getOwnerWordsAcquire(13));
    assertArrayEquals(new byte[] {1, 2, 3, 4}, panel.getKey());
    panel.clear();
    assertEquals(0, bytes.getMagic());
    assertEquals(0, panel.getOwnerWords(13));
  }

  @Test
  void a_text_is_padded_with_nul_and_cut_behind_the_last_character_that_fits() {
    Panel.Layout panel = Panel.Layout.at(Region.anonymous(256), 0);
    panel.setKey(new byte[] {9, 9, 9, 9});

    panel.setName("twelve bytes");
    assertEquals("twelve bytes", panel.getName());
    panel.setName("now");
    assertEquals("now", panel.getName());
    panel.setName("eleven bytä"); // 12 bytes
    assertEquals("eleven bytä", panel.getName());
    panel.setName("the next byä"); // its last letter does not fit
    assertEquals("the next by", panel.getName());
    assertArrayEquals(new byte[] {9, 9, 9, 9}, panel.getKey());
    assertThrows(IllegalArgumentException.class, () -> panel.setKey(new byte[5]));
  }

  @Test
  void an_element_outside_its_array_is_refused() {
    Panel.Layout panel = Panel.Layout.at(Region.anonymous(256), 0);

    assertEquals(0, panel.getAndAddEpochs(2, 5));
    assertEquals(5, panel.getEpochsVolatile(2));
    assertEquals(5, panel.getAndBitwiseOrEpochs(2, 8));
    assertEquals(13, panel.getAndBitwiseAndEpochs(2, ~1));
    assertTrue(panel.compareAndSetEpochs(2, 12, 1));
    for (int wrong : new int[] {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThrows(IndexOutOfBoundsException.class, () -> panel.getEpochs(wrong));
      assertThrows(IndexOutOfBoundsException.class, () -> panel.setEpochsVolatile(wrong, 1));
      assertThrows(IndexOutOfBoundsException.class, () -> panel.getAndAddEpochs(wrong, 1));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> panel.setOwnerWords(14, 1));
  }

  @Test
  void a_c_program_reads_the_same_fields_by_the_generated_header() throws Exception {
    requireCompiler();
    Path file = folder.resolve("region");
    fill(Header.Layout.at(Region.create(file, 128), 0));
    Path program = folder.resolve("print_header");

    run(
        "cc",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-Isrc/test/golden/layouts",
        "-o",
        program.toString(),
        "src/test/c/print_header.c");

    assertEquals(FILLED, run(program.toString(), file.toString()));
  }

  @Test
  void every_golden_header_compiles_as_c_without_a_warning() throws Exception {
    requireCompiler();
    for (String construct : GoldenTest.constructs()) {
      String header = "src/test/golden/" + construct + "/" + construct + ".h";
      run(
          "cc",
          "-std=c99",
          "-pedantic",
          "-Wall",
          "-Wextra",
          "-Werror",
          "-fsyntax-only",
          "-include",
          header,
          "-x",
          "c",
          "src/test/c/empty.c");
    }
  }

  @Test
  void a_pointer_a_default_or_a_union_in_a_fixed_layout_is_an_error_that_says_why()
      throws IOException {
    Capnp.require();

    assertEquals(
        "error: bad.capnp:Bad.name: a struct with $fixedLayout has no pointers; keep what it points"
            + " to elsewhere, or say where it stands with $at and $length",
        refused("(0)", "name @0 :Text;"));
    assertEquals(
        "error: bad.capnp:Bad.size: a struct with $fixedLayout has no defaults but zero, since the"
            + " bytes hold the value itself",
        refused("(0)", "size @0 :Int32 = 5;"));
    assertEquals(
        "error: bad.capnp:Bad: a struct with $fixedLayout has no unions; name the fields side by side",
        refused("(0)", "union { a @0 :Int8; b @1 :Int8; }"));
    assertEquals(
        "error: bad.capnp:Bad: $fixedLayout(8) must be a multiple of 8 and at least 16, the size of"
            + " its fields",
        refused("(8)", "a @0 :Int64; b @1 :Int64;"));
  }

  @Test
  void places_that_cannot_be_are_errors_that_say_why() throws IOException {
    Capnp.require();

    assertEquals(
        "error: bad.capnp:Bad: $at gives the places of 1 of 2 fields; give all or none",
        refused("(0)", "a @0 :Int64 $C.at(8); b @1 :Int64;"));
    assertEquals(
        "error: bad.capnp:Bad.b: $at(4) lies in the field before, which ends at 8",
        refused("(0)", "a @0 :Int64 $C.at(0); b @1 :Int32 $C.at(4);"));
    assertEquals(
        "error: bad.capnp:Bad.a: $at(4) must be a multiple of 8, the size of the value",
        refused("(0)", "a @0 :Int64 $C.at(4);"));
    assertEquals(
        "error: bad.capnp:Bad.a: $at gives whole bytes to numbers, enums, Text and Data; take UInt8",
        refused("(0)", "a @0 :Bool $C.at(4);"));
    assertEquals(
        "error: bad.capnp:Bad.a: $length is for Text, Data and lists, and at most 268435455",
        refused("(0)", "a @0 :UInt8 $C.at(4) $C.length(2);"));
    assertEquals(
        "error: bad.capnp:Bad.a: a struct with $fixedLayout has no pointers; keep what it points to"
            + " elsewhere, or say where it stands with $at and $length",
        refused("(0)", "a @0 :Text $C.at(4);"));
    assertEquals(
        "error: bad.capnp:Bad: $fixedLayout(8) must be a multiple of 8 and at least 16, the size of"
            + " its fields",
        refused("(8)", "a @0 :Text $C.at(4) $C.length(7);"));
    assertEquals(
        "error: bad.capnp:Bad: $fixedLayout has at most 2147483640 bytes, got 4294967296",
        refused("(0)", "a @0 :Int64 $C.at(4294967288);"));
  }

  @Test
  void a_place_in_a_struct_without_a_fixed_layout_is_an_error_that_says_why() throws IOException {
    Capnp.require();

    assertEquals(
        "error: bad.capnp:Plain.b: $at(8) is for structs with $fixedLayout, and Plain has none; mark"
            + " it with $fixedLayout(0), or remove $at",
        refused("struct Plain { a @0 :Int64; b @1 :Int64 $C.at(8); }"));
    assertEquals(
        "error: bad.capnp:Plain.a: $length(4) is for structs with $fixedLayout, and Plain has none;"
            + " mark it with $fixedLayout(0), or remove $length",
        refused("struct Plain { a @0 :Text $C.length(4); }"));
    assertEquals(
        "error: bad.capnp:Plain.inner.a: $at(0) is for structs with $fixedLayout, and Plain has none;"
            + " mark it with $fixedLayout(0), or remove $at",
        refused("struct Plain { inner :group { a @0 :Int64 $C.at(0); } }"));
    assertEquals(
        "error: bad.capnp:Plain.a: $at(0) is for structs with $fixedLayout, and Plain has none;"
            + " mark it with $fixedLayout(0), or remove $at",
        refused("struct Outer { struct Plain { union { a @0 :Int64 $C.at(0); b @1 :Int8; } } }")
            .replace("Outer.", ""));
  }

  @Test
  void a_struct_with_places_in_a_message_is_an_error_that_says_why() throws IOException {
    Capnp.require();

    for (String user :
        List.of(
            "struct User { f @0 :Shared; }",
            "struct User { f @0 :List(List(Shared)); }",
            "struct User { f @0 :Box(Shared); } struct Box(T) { t @0 :T; }",
            "interface User { call @0 Shared -> (); }",
            "const user :Shared = ();")) {
      String said = refused("struct Shared $C.fixedLayout(8) { a @0 :Int64 $C.at(0); } " + user);

      assertEquals(
          "error: bad.capnp:User refers to bad.capnp:Shared, whose fields say where they stand in"
              + " shared memory ($at): it is in no message; take a struct without $at",
          said.replace("capnp:user", "capnp:User"),
          user);
    }
    assertEquals(
        "error: bad.capnp:Shared: a struct with $Caplens.record has no places ($at), since those are"
            + " not in a message",
        refused("struct Shared $C.fixedLayout(8) $C.record { a @0 :Int64 $C.at(0); }"));
  }

  private String refused(String size, String fields) throws IOException {
    return refused("struct Bad $C.fixedLayout" + size + " { " + fields + " }");
  }

  private String refused(String declarations) throws IOException {
    Path schema = folder.resolve("bad.capnp");
    Files.writeString(
        schema,
        "@0xbbbbbbbbbbbbbbb9;\nusing C = import \"/caplens/annotations.capnp\";\n"
            + declarations
            + "\n");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        Capnp.run(
            said,
            "--src-prefix",
            folder.toString(),
            "--java",
            folder.toString(),
            schema.toString());
    assertEquals(1, status);
    return said.toString(StandardCharsets.UTF_8).strip();
  }

  private static void requireCompiler() throws InterruptedException {
    try {
      new ProcessBuilder("cc", "--version")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException missing) {
      String text = "needs a C compiler: apt-get install gcc libc6-dev";
      if (System.getenv("CI") != null && !System.getenv("CI").isEmpty()) {
        throw new AssertionError(text, missing);
      }
      abort(text);
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.strip();
  }
}
