package dev.caplens.core.encoding;

import dev.caplens.core.memory.Region;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.Message;
import dev.caplens.core.message.MessageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Objects;

/// The packed encoding of frames and of flat messages, byte for byte as the reference writes it.
/// For streams use [MessageSource] and [MessageSink].
///
/// A packed frame that is read has at most as many segments and words as the limits say, since both
/// are unpacked into memory that is taken for them.
///
/// Source: "Packing" in Cap'n Proto's encoding specification.
public final class Packing {

  /// A word and the longest run behind it, in bytes.
  private static final long LONGEST = 256 * 8;

  private Packing() {}

  /// The message at the start of a packed frame, with the default limits.
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if the array ends before it does, or is not
  ///   packed
  /// @throws dev.caplens.core.message.LimitReached if it has too many segments or words
  public static MessageReader read(byte[] source) {
    return read(MemorySegment.ofArray(source), Limits.DEFAULT);
  }

  /// The message at the start of a packed frame.
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if the segment ends before it does, or is
  ///   not packed
  /// @throws dev.caplens.core.message.LimitReached if it has too many segments or words
  /// @throws OutOfMemoryError if there is no memory for it
  public static MessageReader read(MemorySegment source, Limits limits) {
    return first(new FrameReader(new Unpacker(Feed.of(source)), limits));
  }

  /// The message at the start of a packed frame, unpacked into memory of the caller, so that one
  /// region can serve any number of messages, one after the other. Lenses over the message before
  /// read undefined values then; with assertions on they throw if that message was released
  /// ([MessageReader#release()]) before.
  ///
  /// @param at where the frame begins in `source`, in bytes
  /// @param bytes how many bytes are there
  /// @param scratch where the words go, writable; if the message is larger, new memory is taken
  /// @throws IndexOutOfBoundsException if these bytes are not within `source`
  /// @throws IllegalStateException if one of the regions is closed, or `scratch` is read-only
  /// @throws dev.caplens.core.message.MalformedMessage if the bytes end before the message does, or
  ///   are not packed
  /// @throws dev.caplens.core.message.LimitReached if it has too many segments or words
  public static MessageReader read(
      Region source, long at, long bytes, Region scratch, Limits limits) {
    Objects.checkFromIndexSize(at, bytes, source.size());
    Unpacker input = new Unpacker(Feed.within(source.requireOpen(), at, bytes));
    return first(new FrameReader(input, limits, scratch.requireWritable()));
  }

  /// A message as a packed frame.
  ///
  /// @throws IllegalArgumentException if an array cannot hold it
  public static byte[] toBytes(Message message) {
    MemorySegment[] segments = FrameTable.segments(message);
    long room = room(segments);
    Region scratch = Region.anonymous(room);
    long end = frame(segments, scratch.address(), room);
    return Flat.array(scratch.segment().asSlice(0, end - scratch.address()));
  }

  /// The most bytes of a region that [#write] needs for a message, a multiple of 8; what it writes
  /// is less.
  public static long room(Message message) {
    return room(FrameTable.segments(message));
  }

  /// Writes a message into a region as a packed frame, and allocates nothing that outlives the
  /// call.
  ///
  /// @param at where it begins, in bytes, a multiple of 8
  /// @return the bytes written; what is behind them, up to [#room(Message)], is overwritten too
  /// @throws IndexOutOfBoundsException if the region has no room for [#room(Message)] bytes
  /// @throws IllegalStateException if the region is closed or read-only
  public static long write(Message message, Region target, long at) {
    long start = target.requireWritable().address() + at;
    MemorySegment[] segments = FrameTable.segments(message);
    long room = room(segments);
    FrameTable.checkRoom(target, at, room);
    long end = frame(segments, start, room);
    Reference.reachabilityFence(target);
    return end - start;
  }

  /// A flat message, unpacked: a whole array is one segment.
  ///
  /// @throws dev.caplens.core.message.MalformedMessage if the array ends within a word or a run
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

  /// Packs a frame into that much room; returns its end. Runs do not cross from the table into a
  /// segment or from one into the next, since the reference writes them one by one. The table is
  /// first made at the end of the room, where nothing packed gets to.
  static long frame(MemorySegment[] segments, long target, long room) {
    long tableBytes = FrameTable.bytes(segments.length);
    long table = target + room - tableBytes;
    FrameTable.write(segments, table);
    long at = PackedWords.pack(table, table + tableBytes, target);
    for (MemorySegment segment : segments) {
      at = segment(segment, at);
    }
    return at;
  }

  /// What a frame takes at most, and its table as it is.
  static long room(MemorySegment[] segments) {
    long total = FrameTable.frameBytes(segments);
    return PackedWords.bound(total) + FrameTable.bytes(segments.length);
  }

  private static MessageReader first(FrameReader frames) {
    try {
      MessageReader message = frames.next();
      if (message == null) {
        throw FrameTable.cutShort("packed frame", 8, 0);
      }
      return message;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
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
