package dev.caplens.core.encoding;

import dev.caplens.core.memory.Region;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.Message;
import dev.caplens.core.message.MessageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Messages to and from arrays, over and over in the same memory: what [Framing] and [Packing] do
/// with new memory each time.
///
/// A message that was read is valid until the next call of a `read` method. (Readers that are kept
/// read undefined values, or throw with assertions on.) One thread uses it at a time.
public final class FrameBuffer {

  private static final long FIRST_BYTES = 8192;

  private final Limits limits;
  private final Feed feed = Feed.of(MemorySegment.ofArray(new byte[0]));
  private final FrameReader unpacked;
  private Region memory = Region.anonymous(FIRST_BYTES);
  private Region scratch = Region.anonymous(FIRST_BYTES);
  private @Nullable MessageReader last;

  /// With limits for all messages.
  public FrameBuffer(Limits limits) {
    this.limits = limits;
    this.unpacked = new FrameReader(new Unpacker(feed), limits);
  }

  /// The message of a frame at the start of a part of an array.
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if the part ends before the message does
  public MessageReader read(byte[] source, int at, int length) {
    MemorySegment bytes = part(source, at, length);
    if (last != null) {
      last.release();
      last = null;
    }
    memory = roomFor(length, memory);
    MemorySegment.copy(bytes, 0, memory.segment(), 0, length);
    last = Framing.read(memory, 0, length, limits);
    return last;
  }

  /// The message of a packed frame at the start of a part of an array.
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if the part ends before the message does, or
  ///   is not packed
  public MessageReader readPacked(byte[] source, int at, int length) {
    feed.turnTo(part(source, at, length));
    try {
      MessageReader message = unpacked.next();
      if (message == null) {
        throw FrameTable.cutShort("packed frame", 8, 0);
      }
      return message;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Writes a message as a frame into an array; returns how many bytes that took.
  ///
  /// @throws IndexOutOfBoundsException if they do not fit
  public int write(Message message, byte[] target, int at) {
    MemorySegment[] segments = FrameTable.segments(message);
    MemorySegment out = MemorySegment.ofArray(target);
    scratch = roomFor(FrameTable.bytes(segments.length), scratch);
    long end = at;
    long table = FrameTable.write(segments, scratch.address());
    MemorySegment.copy(scratch.segment(), 0, out, end, table);
    end += table;
    for (MemorySegment segment : segments) {
      MemorySegment.copy(segment, 0, out, end, segment.byteSize());
      end += segment.byteSize();
    }
    return (int) end - at;
  }

  /// Writes a message as a packed frame into an array; returns how many bytes that took.
  ///
  /// @throws IndexOutOfBoundsException if they do not fit
  public int writePacked(Message message, byte[] target, int at) {
    MemorySegment[] segments = FrameTable.segments(message);
    long room = Packing.room(segments);
    scratch = roomFor(room, scratch);
    long bytes = Packing.frame(segments, scratch.address(), room) - scratch.address();
    MemorySegment.copy(scratch.segment(), 0, MemorySegment.ofArray(target), at, bytes);
    return (int) bytes;
  }

  private static Region roomFor(long bytes, Region region) {
    return bytes <= region.size()
        ? region
        : Region.anonymous(Math.max(bytes, region.size() * 2) + 7 & -8L);
  }

  private static MemorySegment part(byte[] source, int at, int length) {
    Objects.checkFromIndexSize(at, length, source.length);
    return MemorySegment.ofArray(source).asSlice(at, length);
  }
}
