package dev.caplens.codegen.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.codegen.compiler.Requests.Part;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import dev.caplens.codegen.compiler.schema.CompiledSchemas;
import dev.caplens.codegen.compiler.schema.Field;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.Value;
import dev.caplens.codegen.compiler.source.SourceTree;
import dev.caplens.codegen.compiler.translation.DerivedIds;
import dev.caplens.codegen.compiler.value.FlatWords;
import dev.caplens.codegen.compiler.value.WireList;
import dev.caplens.codegen.compiler.value.WireStruct;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCompilerTest {

  private static final String ID = "@0xd5f0a5a5a5a5a5a5;\n";

  @Test
  void ids_derive_from_the_parent_and_the_name() {
    assertEquals(0xe682ab4cf923a417L, DerivedIds.child(0xa93fc509624c72d9L, "Node"));
    assertEquals(0xdebf55bbfa0fc242L, DerivedIds.child(0xe682ab4cf923a417L, "NestedNode"));
    assertEquals(0x9ea0b19b37fb4435L, DerivedIds.group(0xe682ab4cf923a417L, 7));
    assertEquals(0xb874edc0d559b391L, DerivedIds.parameters(0x88eb12a0e0af92b2L, 0, false));
    assertEquals(0xb04fcaddab714ba4L, DerivedIds.parameters(0x88eb12a0e0af92b2L, 0, true));
  }

  @Test
  void lines_with_back_ticks_make_a_block_of_text() {
    Value value = constant(ID + "const a :Text =\n  `one\n  `  \"two\" \\n\n  ;\n");

    assertEquals(text("one\n  \"two\" \\n\n"), Requests.text(((Value.Pointer) value).target()));
  }

  @Test
  void texts_that_follow_one_another_are_one() {
    Value value = constant(ID + "const a :Text = \"one \" \"two\";");

    assertEquals(text("one two"), Requests.text(((Value.Pointer) value).target()));
  }

  private static String text(String text) {
    return Requests.text(
        WireList.Primitives.ofText(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  @Test
  void a_group_may_be_written_as_its_first_field() {
    Value value =
        constant(ID + "struct S { g :group { x @0 :Int32; y @1 :Int32; } }\nconst a :S = (g = 5);");

    assertEquals("(5 )", Requests.text(((Value.Pointer) value).target()));
  }

  @Test
  void files_may_import_each_other(@TempDir Path folder) throws IOException {
    Reference.require();
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(
        folder.resolve("a.capnp"),
        ID
            + "using B = import \"sub/b.capnp\";\nstruct A { b @0 :B.B; c @1 :Text = embed \"t.txt\"; }");
    Files.writeString(
        folder.resolve("sub/b.capnp"),
        "@0xd5f0a5a5a5a5a5a6;\nusing import \"../a.capnp\".A;\nstruct B { a @0 :A; }");
    Files.writeString(folder.resolve("t.txt"), "text");

    Compilation ours =
        SchemaCompiler.builder()
            .sourcePrefix(folder)
            .build()
            .compile(List.of(folder.resolve("a.capnp")));

    assertEquals(List.of(), ours.diagnostics());
    Requests.assertEqual(
        Reference.compile(folder, List.of("a.capnp")).output(),
        RequestEncoder.encode(ours.orThrow()),
        List.of(Part.values()));
  }

  @Test
  void a_struct_may_be_embedded(@TempDir Path folder) throws IOException {
    Reference.require();
    WireStruct inner = new WireStruct(1, 1);
    inner.setWord(0, 7);
    inner.setPointer(0, WireList.Primitives.ofText(new byte[] {'h', 'i'}));
    long[] words = FlatWords.of(inner);
    ByteBuffer message = ByteBuffer.allocate(8 + 8 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    message.putInt(0).putInt(words.length).asLongBuffer().put(words);
    Files.write(folder.resolve("message"), message.array());
    Files.writeString(
        folder.resolve("a.capnp"),
        ID + "struct S { x @0 :Int64; y @1 :Text; }\nconst a :S = embed \"message\";");

    Compilation ours =
        SchemaCompiler.builder()
            .sourcePrefix(folder)
            .build()
            .compile(List.of(folder.resolve("a.capnp")));

    assertEquals(List.of(), ours.diagnostics());
    Requests.assertEqual(
        Reference.compile(folder, List.of("a.capnp")).output(),
        RequestEncoder.encode(ours.orThrow()),
        List.of(Part.values()));
  }

  @Test
  void a_broken_embedded_message_is_a_diagnostic() {
    SourceTree tree =
        SourceTree.of(
            Map.of("a", ID + "struct S {}\nconst a :S = embed \"m\";", "m", "no message"));

    assertEquals(
        "[a:3:14-23: error: Embedded file is not a valid Cap'n Proto message.]",
        compiler().compile(tree, List.of("a")).diagnostics().toString());
  }

  @Test
  void standard_schemas_need_no_installation() {
    SourceTree tree =
        SourceTree.of(
            Map.of(
                "a.capnp",
                ID
                    + "using Java = import \"/capnp/java.capnp\";\n$Java.package(\"a.b\");\n"
                    + "interface I { m @0 () -> stream; }"));

    Compilation ours = compiler().compile(tree, List.of("a.capnp"));

    assertTrue(ours.succeeded(), () -> ours.diagnostics().toString());
  }

  @Test
  void errors_have_the_form_of_the_reference() {
    Compilation ours =
        compile(ID + "struct S { a @1 :Foo; }\nstruct T { union {\n a @0 :Void; } }");

    assertEquals(
        List.of(
            "a.capnp:2:15-16: error: Skipped ordinal @0.  Ordinals must be sequential with no holes.",
            "a.capnp:2:18-21: error: Not defined: Foo",
            "a.capnp:3: error: Union must have at least two members."),
        ours.diagnostics().stream().map(Object::toString).toList());
    assertThrows(IllegalStateException.class, ours::orThrow);
  }

  @Test
  void a_file_without_an_id_is_given_a_new_one_each_time() {
    String first = compile("struct S {}").diagnostics().toString();

    assertTrue(first.contains("Add this line to your file: @0x"), first);
    assertNotEquals(first, compile("struct S {}").diagnostics().toString());
  }

  @Test
  void a_missing_file_is_a_diagnostic() {
    assertEquals(
        "[nothing.capnp:1:1: error: No such file.]",
        compiler().compile(List.of(Path.of("nothing.capnp"))).diagnostics().toString());
  }

  @Test
  void nesting_without_end_is_a_diagnostic() {
    for (String open : List.of("(", "[", "struct S {", "const a :List(")) {
      Compilation ours = compile(ID + open.repeat(100_000));

      assertEquals(1, ours.diagnostics().size());
      assertTrue(
          ours.diagnostics().getFirst().message().startsWith("Nesting is too deep"), () -> open);
    }
  }

  @Test
  void long_chains_of_declarations_compile() {
    StringBuilder schema = new StringBuilder(ID);
    for (int i = 0; i < 5_000; i++) {
      schema.append("struct S%d { a @0 :S%d; }\n".formatted(i, i + 1));
    }
    schema.append("struct S5000 {}\n");

    CompiledSchemas compiled = compile(schema.toString()).orThrow();

    assertEquals(5_002, compiled.nodes().size());
  }

  @Test
  void constants_that_depend_on_themselves_are_an_error() {
    Compilation ours = compile(ID + "const a :Int32 = .b;\nconst b :Int32 = .a;");

    assertEquals(
        "[a.capnp:2:7-8: error: Declaration recursively depends on itself.]",
        ours.diagnostics().toString());
  }

  @Test
  void defaults_of_a_struct_with_an_empty_group_in_a_union_are_not_looked_at() {
    String struct = ID + "struct S { a @0 :Int8;\nb @1 :S = (c = 1);\n%s }";

    Compilation inUnion =
        compile(struct.formatted("u :union { x @2 :Int8; y @3 :Int8; e :group {} }"));
    Compilation elsewhere = compile(struct.formatted("e :group {}"));

    assertEquals(
        "[a.capnp:4:36-47: error: Group must have at least one member.]",
        inUnion.diagnostics().toString());
    assertEquals(
        "[a.capnp:4:1-12: error: Group must have at least one member.,"
            + " a.capnp:3:12-13: error: Struct has no field named 'c'.]",
        elsewhere.diagnostics().toString());
  }

  @Test
  void an_empty_group_declared_first_hides_a_group_that_holds_the_first_field() {
    String struct = ID + "struct S { %s\nb @1 :S = (g = (x = 1), e = (x = 1)); }";

    Compilation emptyFirst = compile(struct.formatted("e :group {} g :group { x @0 :Int8; }"));
    Compilation emptyLast = compile(struct.formatted("g :group { x @0 :Int8; } e :group {}"));

    assertEquals(
        "[a.capnp:2:12-23: error: Group must have at least one member.,"
            + " a.capnp:3:17-18: error: Struct has no field named 'x'.,"
            + " a.capnp:3:30-31: error: Struct has no field named 'x'.]",
        emptyFirst.diagnostics().toString());
    assertEquals(
        "[a.capnp:2:37-48: error: Group must have at least one member.]",
        emptyLast.diagnostics().toString());
  }

  @Test
  void a_struct_that_is_wrong_counts_as_empty_once_a_field_of_it_has_a_value() {
    String wrong = ID + "struct W { a @0 :Int8;\nu :union { b @1 :Int8; } }\n";
    String direct = "struct S { w @0 :W = (a = 1); }\n";
    String reaching = "struct R { w @0 :W; r @1 :R = (w = (a = 1)); }\n";

    Compilation never = compile(wrong + direct);
    Compilation after = compile(wrong + reaching + direct);

    assertEquals(
        "[a.capnp:3:1-25: error: Union must have at least two members.]",
        never.diagnostics().toString());
    assertEquals(
        "[a.capnp:3:1-25: error: Union must have at least two members.,"
            + " a.capnp:4:37-38: error: Struct has no field named 'a'.,"
            + " a.capnp:5:23-24: error: Struct has no field named 'a'.]",
        after.diagnostics().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "struct S { x @0 :P = (z = 1); y @1 :G(Int16); }",
        "struct S { x @0 :P = (z = 1); y @1 :List(G(List(G(E)))); }",
        "struct S { x @0 :P = (z = 1); g :group { y @1 :G(Int16); } }",
        "struct S { x @0 :P = (z = 1); struct N { y @0 :G(Int16); } n @1 :N = (z = 1); }",
        "struct S { x @0 :P = (z = 1); using B = G(Int16); y @1 :B; }",
        "struct S { x @0 :P = (z = 1); using B = G(Int16); }",
        "struct S { x @0 :P = (z = 1); y @1 :I(Int16); }",
        "interface J extends(I(Int16)) { a @0 (p :P = (z = 1)); }",
        "interface J { a @0 (p :P = (z = 1)); b @1 () -> (y :G(Int16)); }",
        "const c :G(Int16) = (t = 1);",
        "annotation a(struct) :G(Int16); struct S $a(z = 1) { x @0 :P = (z = 1); }"
      })
  void what_binds_a_parameter_to_no_pointer_is_not_looked_at(
      String declarations, @TempDir Path folder) throws IOException {
    Reference.require();
    String schema =
        ID
            + "struct G(T) { t @0 :T; } interface I(T) {} enum E { a @0; }\n"
            + "struct P { a @0 :UInt32; }\n"
            + declarations;
    Files.writeString(folder.resolve("a.capnp"), schema);

    String errors = text(compile(schema));

    assertEquals(Reference.compile(folder, List.of("a.capnp")).errors(), errors);
    assertTrue(errors.contains("only pointer types"), errors);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "struct R { w @0 :W; x @1 :Int8; } struct Q { r @0 :R = (x = 1); }",
        "struct R { g :group { w @0 :W; x @1 :Int8; } } struct Q { r @0 :R = (g = (x = 1)); }",
        "struct R { g :group { x @1 :Int8; h :group { w @0 :W; y @2 :Int8; } } }\n"
            + "struct Q { r @0 :R = (g = (x = 1)); }",
        "struct R { g :group { w @0 :W; } h :group { x @1 :Int8; } }\n"
            + "struct Q { r @0 :R = (h = (x = 1)); }",
        "struct R { g :group { x @1 :Int8; w @0 :List(W); } } struct Q { r @0 :R = (g = ()); }",
        "struct R(T) { g :group { x @1 :Int8; w @0 :T; } }\n"
            + "struct Q { r @0 :R(W) = (g = (x = 1)); }",
        "struct R { u :union { w @0 :W; x @1 :Int8; } } struct Q { r @0 :R = (u = (x = 1)); }",
        "struct R { u :union { x @0 :Int8; w @1 :W; } } struct Q { r @0 :R = (u = (x = 1)); }",
        "struct R { g :group { w @0 :V; } } struct Q { r @0 :R = (g = 7); } struct V { a @1 :W; }"
      })
  void a_value_that_enters_a_group_looks_at_the_types_of_the_fields_that_it_clears(
      String declarations, @TempDir Path folder) throws IOException {
    Reference.require();
    String schema =
        ID
            + "struct W { a @0 :Int8; u :union { b @1 :Int8; } }\n"
            + declarations
            + "\nstruct S { w @0 :W = (z = 1); }";
    Files.writeString(folder.resolve("a.capnp"), schema);

    assertEquals(Reference.compile(folder, List.of("a.capnp")).errors(), text(compile(schema)));
  }

  private static String text(Compilation compilation) {
    return compilation.diagnostics().stream()
        .map(diagnostic -> diagnostic + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void a_request_says_where_declarations_stand_and_what_names_refer_to() {
    String text = ID + "struct S { # doc\n  a @0 :List(Text);\n}\nconst c :S = ();";
    CompiledSchemas compiled = compile(text).orThrow();

    SchemaNode struct = compiled.nodes().get(1);
    assertEquals("a.capnp:S", struct.displayName());
    assertEquals(text.indexOf("struct"), struct.range().start());
    assertEquals(text.indexOf("}") + 1, struct.range().end());
    assertEquals(
        List.of("List", "Text", "S"),
        compiled.requestedFiles().getFirst().uses().stream()
            .map(use -> text.substring(use.range().start(), use.range().end()))
            .toList());
  }

  @Test
  void a_union_that_grows_keeps_the_place_of_its_members() {
    CompiledSchemas compiled =
        compile(ID + "struct S { a @0 :Int8; u :union { b @1 :Int8; c @2 :Int64; } d @3 :Int16; }")
            .orThrow();

    SchemaNode.Struct group = (SchemaNode.Struct) node(compiled, "a.capnp:S.u");
    assertEquals(List.of(1, 1), group.fields().stream().map(SchemaCompilerTest::offset).toList());
    assertEquals(1, group.discriminantOffset());
  }

  private static int offset(Field field) {
    return ((Field.Slot) field.body()).offset();
  }

  private static SchemaNode.Body node(CompiledSchemas compiled, String name) {
    return compiled.nodes().stream()
        .filter(node -> node.displayName().equals(name))
        .findFirst()
        .orElseThrow()
        .body();
  }

  private static Value constant(String schema) {
    return ((SchemaNode.Const) node(compile(schema).orThrow(), "a.capnp:a")).value();
  }

  private static SchemaCompiler compiler() {
    return SchemaCompiler.builder().standardImports(false).build();
  }

  private static Compilation compile(String schema) {
    return compiler().compile(SourceTree.of(Map.of("a.capnp", schema)), List.of("a.capnp"));
  }
}
