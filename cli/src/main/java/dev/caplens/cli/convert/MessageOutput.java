package dev.caplens.cli.convert;

import dev.caplens.core.encoding.MessageSink;
import dev.caplens.core.encoding.Packing;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.Message;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.StructReader;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Writes messages, one after the other.
interface MessageOutput {

  /// Writes a message whose root is a copy of `root`, wholly or, if that is faulty, not at all.
  ///
  /// @throws IOException if the output cannot be written
  /// @throws RuntimeException if the message is faulty or has no such form
  void write(StructReader root) throws IOException;

  /// Framed messages.
  static MessageOutput framed(WritableByteChannel out, Segmentation segmentation) {
    return copying(MessageSink.framed(out), segmentation);
  }

  /// Packed messages.
  static MessageOutput packed(WritableByteChannel out, Segmentation segmentation) {
    return copying(MessageSink.packed(out), segmentation);
  }

  private static MessageOutput copying(MessageSink sink, Segmentation segmentation) {
    MessageBuilder[] kept = {segmentation.builder()};
    return root -> {
      MessageBuilder message = segmentation.next(kept[0]);
      kept[0] = message;
      message.setRoot(root);
      sink.write(message);
    };
  }

  /// One segment per message, and nothing between them.
  static MessageOutput flat(WritableByteChannel out) {
    return root -> send(oneSegment(root).segmentBytes(0), out);
  }

  /// As [#flat], packed.
  static MessageOutput flatPacked(WritableByteChannel out) {
    return root -> out.write(ByteBuffer.wrap(Packing.toFlatBytes(oneSegment(root))));
  }

  /// As [#flat], in canonical form.
  static MessageOutput canonical(WritableByteChannel out) {
    return root -> send(Canonical.copyOf(root).segmentBytes(0), out);
  }

  private static Message oneSegment(StructReader root) {
    MessageBuilder message = MessageBuilder.create(root.totalSize().words() + 1);
    message.setRoot(root);
    return message;
  }

  private static void send(MemorySegment bytes, WritableByteChannel out) throws IOException {
    final long largest = 1 << 30;
    for (long at = 0; at < bytes.byteSize(); at += largest) {
      out.write(bytes.asSlice(at, Math.min(largest, bytes.byteSize() - at)).asByteBuffer());
    }
  }
}
