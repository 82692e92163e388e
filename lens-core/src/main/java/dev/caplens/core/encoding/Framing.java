package dev.caplens.core.encoding;

import dev.caplens.core.memory.Region;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.Message;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.raw.Memory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// The framed encoding: a table of segment sizes, then the segments.
///
/// ```
///  0              4              8
///  +--------------+--------------+--------------+-----------+--------------
///  | segments - 1 | words of 0   | words of 1   | ...       | padding to 8, segments ...
///  +--------------+--------------+--------------+-----------+--------------
/// ```
///
/// In a region a message is read in place, and several in a row one after the other: `at +=
/// Framing.size(message)`. Arrays and buffers are copied in, once. A [MessageSource] reads streams
/// of many messages. A frame from a stream has at most as many segments and words as the limits
/// say. One in memory has at most 65,536 segments, or as many as the limits say if that is more;
/// its words are there already, and are charged when they are followed.
///
/// Source: "Serialization Over a Stream" in Cap'n Proto's encoding specification; the limit of 511
/// segments is the reference's.
public final class Framing {

  private Framing() {}

  /// The message that begins at `at`, in place. What is behind it in the region is not looked at.
  ///
  /// @param at where its table begins, in bytes, a multiple of 8
  /// @throws dev.caplens.core.message.MalformedMessage if the region ends before it does
  /// @throws dev.caplens.core.message.LimitReached if it has more than 65,536 segments, or than the
  ///   limits allow where they allow more
  /// @throws IndexOutOfBoundsException if `at` is no multiple of 8 within the region
  /// @throws IllegalStateException if the region is closed
  public static MessageReader read(Region region, long at, Limits limits) {
    return read(region, at, region.size() - at, limits);
  }

  /// As [#read(Region, long, Limits)], with the default limits.
  public static MessageReader read(Region region, long at) {
    return read(region, at, Limits.DEFAULT);
  }

  /// A copy of the message between the buffer's position and its limit, which are left as they are.
  /// All of these bytes are copied.
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if the buffer ends before it does
  /// @throws dev.caplens.core.message.LimitReached if it has too many segments, as above
  /// @throws OutOfMemoryError if there is no memory for the copy
  public static MessageReader read(ByteBuffer source, Limits limits) {
    return copied(MemorySegment.ofBuffer(source), limits);
  }

  /// A copy of the message at the start of an array, with the default limits.
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if the array ends before it does
  /// @throws dev.caplens.core.message.LimitReached if it has too many segments, as above
  /// @throws OutOfMemoryError if there is no memory for the copy
  public static MessageReader read(byte[] source) {
    return copied(MemorySegment.ofArray(source), Limits.DEFAULT);
  }

  /// The next message of a stream, or null at a clean end. No more is read than the message.
  ///
  /// @throws IOException if the stream fails
  /// @throws dev.caplens.core.message.MalformedMessage if the stream ends within the message
  /// @throws dev.caplens.core.message.LimitReached if it has too many segments or words
  /// @throws OutOfMemoryError if there is no memory for it
  public static @Nullable MessageReader read(InputStream source, Limits limits) throws IOException {
    return read(Channels.newChannel(source), limits);
  }

  /// The next message of a channel, or null at a clean end. No more is read than the message. A
  /// channel that does not block is asked again and again.
  ///
  /// @throws IOException if the channel fails
  /// @throws dev.caplens.core.message.MalformedMessage if the channel ends within the message
  /// @throws dev.caplens.core.message.LimitReached if it has too many segments or words
  /// @throws OutOfMemoryError if there is no memory for it
  public static @Nullable MessageReader read(ReadableByteChannel source, Limits limits)
      throws IOException {
    return new FrameReader(Feed.direct(source), limits).next();
  }

  /// The bytes of a message in this encoding, a multiple of 8.
  public static long size(Message message) {
    return FrameTable.frameBytes(FrameTable.segments(message));
  }

  /// A message in this encoding.
  ///
  /// @throws IllegalArgumentException if an array cannot hold it
  public static byte[] toBytes(Message message) {
    Region region = copyOut(message);
    return Flat.array(region.segment());
  }

  /// Writes a message into a region, and allocates nothing that outlives the call. One region can
  /// serve any number of messages, one after the other.
  ///
  /// @param at where its table begins, in bytes, a multiple of 8
  /// @return the bytes written, [#size(Message)]
  /// @throws IndexOutOfBoundsException if the region has no room for it
  /// @throws IllegalStateException if the region is closed or read-only
  public static long write(Message message, Region target, long at) {
    MemorySegment memory = target.requireWritable().segment();
    MemorySegment[] segments = FrameTable.segments(message);
    long total = FrameTable.frameBytes(segments);
    FrameTable.checkRoom(target, at, total);
    long next = at + FrameTable.write(segments, memory.address() + at);
    for (MemorySegment segment : segments) {
      MemorySegment.copy(segment, 0, memory, next, segment.byteSize());
      next += segment.byteSize();
    }
    Reference.reachabilityFence(target);
    return total;
  }

  /// Writes a message, flushed.
  ///
  /// @throws IOException if the stream fails
  public static void write(Message message, OutputStream target) throws IOException {
    write(message, Channels.newChannel(target));
    target.flush();
  }

  /// Writes a message.
  ///
  /// @throws IOException if the channel fails
  public static void write(Message message, WritableByteChannel target) throws IOException {
    MessageSink.framed(target).write(message);
  }

  private static Region copyOut(Message message) {
    MemorySegment[] segments = FrameTable.segments(message);
    Region region = Region.anonymous(FrameTable.frameBytes(segments));
    long at = FrameTable.write(segments, region.address());
    for (MemorySegment segment : segments) {
      MemorySegment.copy(segment, 0, region.segment(), at, segment.byteSize());
      at += segment.byteSize();
    }
    return region;
  }

  private static MessageReader copied(MemorySegment source, Limits limits) {
    Region region = Region.anonymous(Math.max(8, source.byteSize() + 7 & -8L));
    MemorySegment.copy(source, 0, region.segment(), 0, source.byteSize());
    return read(region, 0, source.byteSize(), limits);
  }

  /// The message that begins at `at` and ends within `available` bytes.
  private static MessageReader read(Region region, long at, long available, Limits limits) {
    if (at < 0 || (at & 7) != 0 || available < 0) {
      throw new IndexOutOfBoundsException(
          "frame in " + region + ": expected a multiple of 8 within it, got " + at);
    }
    if (available < 8) {
      throw FrameTable.cutShort("frame", 8, available);
    }
    long firstWord = firstWord(region, at);
    long segments = FrameTable.segments(firstWord);
    if (segments == 1 && FrameTable.firstSegmentBytes(firstWord) <= available - 8) {
      return MessageReader.flat(region, at + 8, FrameTable.firstSegmentBytes(firstWord), limits);
    }
    long tableBytes = FrameTable.bytes(segments);
    if (available < tableBytes) {
      throw FrameTable.cutShort("table of " + segments + " segments", tableBytes, available);
    }
    FrameTable.checkSegmentsInMemory(segments, limits);
    FrameTable table = FrameTable.read(region.address() + at, (int) segments);
    Reference.reachabilityFence(region);
    long total = table.totalBytes();
    if (total > available - tableBytes) {
      throw FrameTable.cutShort("segments of a frame", total, available - tableBytes);
    }
    return MessageReader.of(region, table.offsets(at + tableBytes), table.segmentBytes(), limits);
  }

  private static long firstWord(Region region, long at) {
    long word = Memory.getLong(region.address() + at);
    Reference.reachabilityFence(region);
    return word;
  }
}
