package dev.caplens.core.encoding;

import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.Message;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// The flat encoding: one segment, no table. Its length must be known from elsewhere.
///
/// Source: "Messages" in Cap'n Proto's encoding specification; the reference tool calls it `flat`.
public final class Flat {

  private Flat() {}

  /// A copy of the message that an array holds, with the default limits. In a region, use
  /// [MessageReader#flat].
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if that is no whole number of words
  public static MessageReader read(byte[] source) {
    return read(MemorySegment.ofArray(source), Limits.DEFAULT);
  }

  /// A copy of the message that a segment holds.
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if that is no whole number of words
  /// @throws IllegalStateException if the memory of the segment was closed
  /// @throws WrongThreadException if the memory of the segment is another thread's
  /// @throws OutOfMemoryError if there is no memory for the copy
  public static MessageReader read(MemorySegment source, Limits limits) {
    if ((source.byteSize() & 7) != 0) {
      throw FrameTable.cutShort("flat message", source.byteSize() + 7 & -8L, source.byteSize());
    }
    return MessageReader.copyOf(List.of(source), limits);
  }

  /// A message in this encoding. One of several segments is copied into one.
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if one of several segments is malformed
  /// @throws dev.caplens.core.message.LimitReached if one of several segments is more, or deeper,
  ///   than its limits allow
  /// @throws IllegalArgumentException if an array cannot hold it
  public static byte[] toBytes(Message message) {
    return array(oneSegment(message));
  }

  /// The bytes of a message of one segment in place, or of a copy that has one.
  static MemorySegment oneSegment(Message message) {
    if (message.segmentCount() == 1) {
      return message.segmentBytes(0);
    }
    AnyPointer.Reader root =
        switch (message) {
          case MessageReader reader -> reader.rootPointer();
          case MessageBuilder builder -> builder.asReader().rootPointer();
        };
    MessageBuilder copy = MessageBuilder.create(root.totalSize().words() + 1);
    copy.rootPointer().set(root);
    return copy.segmentBytes(0);
  }

  static byte[] array(MemorySegment bytes) {
    if (bytes.byteSize() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "message of "
              + bytes.byteSize()
              + " bytes: an array cannot hold it; write it to a channel");
    }
    return bytes.toArray(ValueLayout.JAVA_BYTE);
  }
}
