package dev.caplens.core.text;

import dev.caplens.core.dynamic.DynamicTypes;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.encoding.Flat;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.encoding.ReferenceTool;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.schema.SchemaLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// A schema of the tests, for the reference tool and for us.
public record TestSchema(Path path, DynamicTypes types) {

  /// Puts a resource into a folder and compiles it with the reference tool, which must be there.
  public static TestSchema load(Class<?> beside, String name, Path folder)
      throws IOException, InterruptedException {
    ReferenceTool.require();
    Path path = folder.resolve(name);
    try (InputStream source = beside.getResourceAsStream(name)) {
      Files.write(path, Objects.requireNonNull(source, name).readAllBytes());
    }
    return new TestSchema(
        path, DynamicTypes.of(SchemaLoader.read(ReferenceTool.compile(path), false)));
  }

  public StructSchema struct(String name) {
    return types.struct(name);
  }

  /// Converts messages with the reference tool.
  public byte[] convert(byte[] input, String conversion, String type, String... more)
      throws IOException, InterruptedException {
    return ReferenceTool.convert(input, conversion, path, type, more);
  }

  /// The framed messages of a stream.
  public static List<MessageReader> messages(byte[] framed) throws IOException {
    List<MessageReader> messages = new ArrayList<>();
    InputStream in = new ByteArrayInputStream(framed);
    for (MessageReader message = Framing.read(in, Limits.DEFAULT);
        message != null;
        message = Framing.read(in, Limits.DEFAULT)) {
      messages.add(message);
    }
    return messages;
  }

  /// The canonical form of a message in hexadecimal, to compare.
  public static String canonical(MessageReader message) {
    return HexFormat.of().formatHex(Flat.toBytes(Canonical.copyOf(message.root(AnyStruct.TYPE))));
  }
}
