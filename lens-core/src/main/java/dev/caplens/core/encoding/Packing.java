package dev.caplens.core.encoding;

import dev.caplens.core.memory.Region;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.Message;
import dev.caplens.core.message.MessageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/// The packed encoding of frames and of flat messages, byte for byte as the reference writes it.
/// For streams use [MessageSource] and [MessageSink].
public final class Packing {

  /// A word and the longest run behind it, in bytes.
  private static final long LONGEST = 256 * 8;

  private Packing() {}

  /// The message at the start of a packed frame.
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if the array ends before it does, or is not
  ///   packed
  public static MessageReader read(byte[] source) {
    return read(MemorySegment.ofArray(source), Limits.DEFAULT);
  }

  /// The message at the start of a packed frame.
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if the segment ends before it does, or is
  ///   not packed
  public static MessageReader read(MemorySegment source, Limits limits) {
    try {
      Unpacker input = new Unpacker(Feed.of(source));
      @Nullable MessageReader message = new FrameReader(input, limits).next();
      if (message == null) {
        throw FrameTable.cutShort("packed frame", 8, 0);
      }
      return message;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// A message as a packed frame.
  ///
  /// @throws IllegalArgumentException if an array cannot hold it
  public static byte[] toBytes(Message message) {
    MemorySegment[] segments = FrameTable.segments(message);
    Region scratch = Region.anonymous(PackedWords.bound(FrameTable.frameBytes(segments)));
    long end = frame(segments, scratch);
    return Flat.array(scratch.segment().asSlice(0, end - scratch.address()));
  }

  /// A flat message, unpacked: a whole array is one segment.
  ///
  /// @throws dev.caplens.core.message.LimitReached if it unpacks to more than the traversal limit
  public static MessageReader readFlat(byte[] source, Limits limits) {
    try {
      Unpacker input = new Unpacker(Feed.of(MemorySegment.ofArray(source)));
      Region memory = Region.anonymous(Math.max(64, (long) source.length * 2 & -8L));
      long size = 0;
      while (true) {
        memory = roomier(memory, size + LONGEST, limits);
        long got = input.readSome(memory, size, LONGEST);
        if (got == 0) {
          return MessageReader.flat(memory, 0, size, limits);
        }
        size += got;
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// A message as packed words of one segment without a table.
  ///
  /// @throws IllegalArgumentException if an array cannot hold it
  public static byte[] toFlatBytes(Message message) {
    MemorySegment words = Flat.oneSegment(message);
    Region scratch = Region.anonymous(PackedWords.bound(words.byteSize()));
    long end = segment(words, scratch.address());
    Reference.reachabilityFence(message);
    return Flat.array(scratch.segment().asSlice(0, end - scratch.address()));
  }

  /// Packs a frame. Runs do not cross from the table into a segment or from one into the next,
  /// since the reference writes them one by one.
  static long frame(MemorySegment[] segments, Region scratch) {
    Region table = Region.anonymous(FrameTable.bytes(segments.length));
    long bytes = FrameTable.write(segments, table.address());
    long at = PackedWords.pack(table.address(), table.address() + bytes, scratch.address());
    Reference.reachabilityFence(table);
    for (MemorySegment segment : segments) {
      at = segment(segment, at);
    }
    Reference.reachabilityFence(scratch);
    return at;
  }

  private static long segment(MemorySegment words, long target) {
    long end = PackedWords.pack(words.address(), words.address() + words.byteSize(), target);
    Reference.reachabilityFence(words);
    return end;
  }

  private static Region roomier(Region memory, long bytes, Limits limits) {
    if (bytes <= memory.size()) {
      return memory;
    }
    FrameTable.checkSize(memory.size(), limits);
    Region larger = Region.anonymous(Math.max(bytes, memory.size() * 2));
    MemorySegment.copy(memory.segment(), 0, larger.segment(), 0, memory.size());
    return larger;
  }
}
