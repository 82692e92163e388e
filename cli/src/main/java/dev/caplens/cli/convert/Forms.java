package dev.caplens.cli.convert;

import dev.caplens.cli.CommandFailed;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.json.JsonCodec;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.StructType;
import dev.caplens.core.text.TextFormat;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// Makes inputs and outputs for each format.
///
/// @param root the type of the messages; null where only their bytes matter
/// @param segmentation of the messages that are written
/// @param isShort whether text and JSON are written on one line
record Forms(@Nullable StructSchema root, Segmentation segmentation, boolean isShort) {

  MessageInput input(Format format, PrefixedInput in) {
    StructType<?, ?> type = root == null ? AnyStruct.TYPE : root;
    return switch (format) {
      case BINARY -> MessageInput.framed(in, type);
      case PACKED -> MessageInput.packed(in, type);
      case FLAT -> MessageInput.flat(in, type);
      case FLAT_PACKED -> MessageInput.flatPacked(in, type);
      case CANONICAL -> MessageInput.canonical(in, type);
      case TEXT -> LiteralInput.text(in, schema(format));
      case JSON -> LiteralInput.json(in, schema(format));
    };
  }

  MessageOutput output(Format format, WritableByteChannel out) {
    return switch (format) {
      case BINARY -> MessageOutput.framed(out, segmentation);
      case PACKED -> MessageOutput.packed(out, segmentation);
      case FLAT -> MessageOutput.flat(out);
      case FLAT_PACKED -> MessageOutput.flatPacked(out);
      case CANONICAL -> MessageOutput.canonical(out);
      case TEXT ->
          new LiteralOutput(
              out, schema(format), (isShort ? TextFormat.SHORT : TextFormat.PRETTY)::print);
      case JSON ->
          new LiteralOutput(
              out, schema(format), (isShort ? JsonCodec.SHORT : JsonCodec.PRETTY)::encode);
    };
  }

  private StructSchema schema(Format format) {
    if (root == null) {
      throw new CommandFailed("format requires schema: " + format);
    }
    return root;
  }
}
