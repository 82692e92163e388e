package dev.caplens.cli.convert;

import dev.caplens.cli.CommandFailed;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.StructType;
import java.nio.channels.WritableByteChannel;

/// Makes inputs and outputs for each format.
///
/// @param segmentation of the messages that are written
record Forms(Segmentation segmentation) {

  MessageInput input(Format format, PrefixedInput in) {
    StructType<?, ?> type = AnyStruct.TYPE;
    return switch (format) {
      case BINARY -> MessageInput.framed(in, type);
      case PACKED -> MessageInput.packed(in, type);
      case FLAT -> MessageInput.flat(in, type);
      case FLAT_PACKED -> MessageInput.flatPacked(in, type);
      case CANONICAL -> MessageInput.canonical(in, type);
      case TEXT, JSON -> throw needsSchema(format);
    };
  }

  MessageOutput output(Format format, WritableByteChannel out) {
    return switch (format) {
      case BINARY -> MessageOutput.framed(out, segmentation);
      case PACKED -> MessageOutput.packed(out, segmentation);
      case FLAT -> MessageOutput.flat(out);
      case FLAT_PACKED -> MessageOutput.flatPacked(out);
      case CANONICAL -> MessageOutput.canonical(out);
      case TEXT, JSON -> throw needsSchema(format);
    };
  }

  private static CommandFailed needsSchema(Format format) {
    return new CommandFailed("format requires schema: " + format);
  }
}
