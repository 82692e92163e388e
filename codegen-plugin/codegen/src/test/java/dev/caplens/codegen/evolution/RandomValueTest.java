package dev.caplens.codegen.evolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.codegen.compiler.Reference;
import dev.caplens.core.dynamic.DynamicTypes;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.encoding.Flat;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.text.MalformedText;
import dev.caplens.core.text.TextFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is built by name is what the reference tool reads under these names.
class RandomValueTest {

  private static final int VALUES = 40;

  private static final String SCHEMA =
      """
      struct A {
        flag @0 :Bool = true;
        tiny @1 :Int8 = -3;
        small @2 :UInt16 = 500;
        real @3 :Float64 = 1.5;
        single @4 :Float32;
        name @5 :Text = "nobody";
        bytes @6 :Data;
        color @7 :Color = blue;
        inner @8 :A;
        list @9 :List(A);
        grid @10 :List(List(UInt64));
        names @11 :List(Text);
        colors @12 :List(Color);
        bits @13 :List(Bool);
        union {
          nothing @14 :Void;
          number @15 :Int64;
          word @16 :Text;
          both :group { x @17 :Int32; y @18 :List(Float64); }
        }
        shape :union {
          point @19 :Void;
          side @20 :UInt8 = 9;
          sides @21 :List(Int16);
          box @22 :Box(Text);
        }
        boxes @23 :List(Box(Box(Data)));
      }
      struct Box(T) { value @0 :T; map @1 :List(Pair(T, List(Int32))); }
      struct Pair(K, V) { key @0 :K; value @1 :V; }
      enum Color { red @0; green @1; blue @2; }
      """;

  @TempDir Path folder;

  @Test
  void values_built_by_name_are_read_by_the_reference_under_their_names()
      throws IOException, InterruptedException, MalformedText {
    Reference.require();
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("RandomValueTest: -Dseed=" + seed);
    Random random = new Random(seed);
    Path schema = Files.writeString(folder.resolve("s.capnp"), "@0xd508eebdc2dc42b8;\n" + SCHEMA);
    StructSchema type = DynamicTypes.of(Schemas.of(SCHEMA)).struct("A");

    for (int i = 0; i < VALUES; i++) {
      MessageBuilder message = MessageBuilder.create();
      new RandomValue(random).fill(message.initRoot(type), 3);
      MessageBuilder copy = MessageBuilder.create();
      TextFormat.read(text(schema, Framing.toBytes(message)), copy.initRoot(type));

      assertArrayEquals(canonical(message), canonical(copy), () -> "with -Dseed=" + seed);
    }
  }

  private static byte[] canonical(MessageBuilder message) {
    return Flat.toBytes(Canonical.copyOf(message.asReader().root(AnyStruct.TYPE)));
  }

  private static byte[] text(Path schema, byte[] message) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("capnp", "convert", "binary:text", schema.toString(), "A")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream target = process.getOutputStream()) {
      target.write(message);
    }
    byte[] text = process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor());
    return text;
  }
}
