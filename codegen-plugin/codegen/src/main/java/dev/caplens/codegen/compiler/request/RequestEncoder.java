package dev.caplens.codegen.compiler.request;

import dev.caplens.codegen.compiler.schema.CompiledSchemas;
import dev.caplens.codegen.compiler.value.FlatWords;
import dev.caplens.codegen.compiler.value.WireStruct;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Encodes the result of a compilation as the message that generator plugins read.
public final class RequestEncoder {

  // The version of the schema language that this compiler speaks.
  private static final int MAJOR = 1;
  private static final int MINOR = 4;

  private RequestEncoder() {}

  /// A framed `CodeGeneratorRequest` of one segment.
  public static byte[] encode(CompiledSchemas schemas) {
    long[] words = FlatWords.of(request(schemas));
    ByteBuffer out =
        ByteBuffer.allocate(Math.multiplyExact(words.length + 1, Long.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0).putInt(words.length).asLongBuffer().put(words);
    return out.array();
  }

  private static WireStruct request(CompiledSchemas schemas) {
    return new Draft(0, 4)
        .list(
            0,
            NodeEncoder.NODE_DATA_WORDS,
            NodeEncoder.NODE_POINTERS,
            schemas.nodes(),
            NodeEncoder::node)
        .list(1, 1, 2, schemas.requestedFiles(), RequestEncoder::requestedFile)
        .pointer(2, new Draft(1, 0).u16(0, MAJOR).u8(2, MINOR).struct())
        .list(3, 1, 2, schemas.sourceInfo(), NodeEncoder::sourceInfo)
        .struct();
  }

  private static Draft requestedFile(CompiledSchemas.RequestedFile file) {
    return new Draft(1, 2)
        .u64(0, file.id())
        .text(0, file.name())
        .list(
            1,
            1,
            1,
            file.imports(),
            imported -> new Draft(1, 1).u64(0, imported.id()).text(0, imported.name()));
  }
}
