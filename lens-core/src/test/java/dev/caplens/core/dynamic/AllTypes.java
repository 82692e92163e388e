package dev.caplens.core.dynamic;

import dev.caplens.core.encoding.Corpus;
import dev.caplens.core.encoding.Flat;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.schema.SchemaLoader;
import java.io.IOException;

/// The reference's test value in the corpus, which has a field of each type.
public final class AllTypes {

  private AllTypes() {}

  /// Its type.
  public static StructSchema schema() throws IOException {
    return DynamicTypes.of(SchemaLoader.read(Corpus.request("capnp_test.cgr"), false))
        .struct("TestAllTypes");
  }

  /// The value as the reference framed it.
  public static MessageReader message() throws IOException {
    return Framing.read(Corpus.message("alltypes.binary"));
  }

  /// What is alike for messages of the same content.
  public static byte[] canonical(MessageReader message) {
    return Flat.toBytes(Canonical.copyOf(message.root(AnyStruct.TYPE)));
  }
}
