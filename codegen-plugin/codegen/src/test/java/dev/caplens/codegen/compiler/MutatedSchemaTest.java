package dev.caplens.codegen.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.caplens.codegen.compiler.source.Diagnostic;
import dev.caplens.codegen.compiler.source.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Schemas with random faults: what is said about them, and that nothing worse happens. `-Dseed=N`
/// repeats a run.
class MutatedSchemaTest {

  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"\\n]*\"|\\w+|\\s+|#[^\\n]*|[^\\w\\s]", Pattern.DOTALL);
  private static final List<String> SPICE =
      List.of(
          "struct",
          "union",
          "group",
          "enum",
          "interface",
          "using",
          "import \"x\"",
          "const",
          "annotation",
          "$",
          "@0",
          "@65536",
          "@1",
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          ";",
          ":",
          "=",
          ",",
          "->",
          ".",
          "!",
          "*",
          "Text",
          "Int32",
          "List",
          "List(Int8)",
          "Foo",
          "foo_bar",
          "stream",
          "void",
          "true",
          "null",
          "-",
          "-1",
          "1.5",
          "0x1",
          "99999999999999999999",
          "\"x\"",
          "embed \"y\"",
          "extends",
          "e1",
          "f3",
          "Struct1");

  @Test
  void faults_are_reported_in_the_words_and_the_order_of_the_reference(@TempDir Path folder)
      throws IOException {
    Reference.require();
    long seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("mutated schemas: seed " + seed);
    Random random = new Random(seed);
    Path file = folder.resolve("mutant.capnp");

    for (int i = Integer.getInteger("mutants", 300); i > 0; i--) {
      String mutant = mutate(new RandomSchema(random.nextLong()).write(6), random);
      Files.writeString(file, mutant);
      String expected =
          withoutRandomId(Reference.compile(folder, List.of("mutant.capnp")).errors());
      if (isOddity(expected)) {
        continue;
      }
      String actual = withoutRandomId(text(compile(mutant)));

      if (!expected.equals(actual)) {
        assertEquals(
            withoutFirstFields(expected),
            withoutFirstFields(actual),
            () -> "seed " + seed + "\n" + mutant);
      }
    }
  }

  @Test
  void whatever_the_text_there_is_a_result_or_a_diagnostic() {
    long seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("garbage: seed " + seed);
    Random random = new Random(seed);

    for (int i = 0; i < 3000; i++) {
      byte[] bytes = new RandomSchema(random.nextLong()).write(4).getBytes(StandardCharsets.UTF_8);
      for (int change = random.nextInt(20); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      String garbage = new String(bytes, StandardCharsets.ISO_8859_1);
      Compilation ours = compile(garbage);

      for (Diagnostic diagnostic : ours.diagnostics()) {
        assertFalse(
            diagnostic.file().equals("schema compiler"), () -> diagnostic + ", seed " + seed);
      }
    }
  }

  private static Compilation compile(String schema) {
    SourceTree tree = SourceTree.of(Map.of("mutant.capnp", schema));
    return SchemaCompiler.builder().build().compile(tree, List.of("mutant.capnp"));
  }

  private static String text(Compilation compilation) {
    return compilation.diagnostics().stream()
        .map(diagnostic -> diagnostic + "\n")
        .collect(Collectors.joining());
  }

  private static String withoutRandomId(String errors) {
    return errors.replaceAll("(Add this line to your file: @0x)\\w+", "$1...");
  }

  /// A struct or group may be written as the value of its first field alone; the reference that is
  /// compared with is older than that.
  private static String withoutFirstFields(String errors) {
    return errors.replaceAll(
        "[^\n]*Type mismatch; expected (group|Struct|Generic|Inner)[^\n]*\n", "");
  }

  /// What the reference says where it fails itself.
  private static boolean isOddity(String errors) {
    return errors.contains("Internal compiler bug")
        || errors.contains("*** ")
        || errors.contains("kj/");
  }

  private static String mutate(String schema, Random random) {
    List<String> tokens = new ArrayList<>();
    for (Matcher matcher = TOKEN.matcher(schema); matcher.find(); ) {
      tokens.add(matcher.group());
    }
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(tokens.size() - 1);
      switch (random.nextInt(5)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
        case 2 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
        case 3 -> tokens.add(at, " " + SPICE.get(random.nextInt(SPICE.size())) + " ");
        default -> tokens.set(at, SPICE.get(random.nextInt(SPICE.size())));
      }
    }
    return String.join("", tokens);
  }
}
