package dev.caplens.core.encoding;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/// Bytes that come in: from a channel, ahead of need or not, or from memory.
final class Feed implements WordInput {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final long LARGEST_READ = 1 << 30;

  private final @Nullable ReadableByteChannel channel;
  private final @Nullable Region buffer;
  private long next;
  private long limit;

  private Feed(
      @Nullable ReadableByteChannel channel, @Nullable Region buffer, long next, long limit) {
    this.channel = channel;
    this.buffer = buffer;
    this.next = next;
    this.limit = limit;
  }

  /// Never reads more than is asked for.
  static Feed direct(ReadableByteChannel channel) {
    return new Feed(channel, null, 0, 0);
  }

  /// Reads ahead.
  static Feed buffered(ReadableByteChannel channel) {
    return new Feed(channel, Region.anonymous(BUFFER_BYTES), 0, 0);
  }

  /// A copy of bytes in memory.
  static Feed of(MemorySegment bytes) {
    Region copy = Region.anonymous(Math.max(8, bytes.byteSize() + 7 & -8L));
    MemorySegment.copy(bytes, 0, copy.segment(), 0, bytes.byteSize());
    return new Feed(null, copy, 0, bytes.byteSize());
  }

  /// Bytes of a region, where they lie; the range was checked.
  static Feed within(Region source, long at, long bytes) {
    return new Feed(null, source, at, at + bytes);
  }

  /// The next byte, 0 to 255, or -1 at the end. Only for a feed that reads ahead.
  int next() throws IOException {
    if (buffer == null || next >= limit && !refill(buffer)) {
      return -1;
    }
    int value = Memory.getBoundedUnsignedByte(buffer.address() + next++);
    Reference.reachabilityFence(buffer);
    return value;
  }

  /// The bytes that came already, as an address and a count; nothing if there is no buffer. The
  /// caller ends with [#hold()].
  long bufferedAddress() {
    return buffer == null ? 0 : buffer.address() + next;
  }

  long bufferedBytes() {
    return limit - next;
  }

  void hold() {
    Reference.reachabilityFence(buffer);
  }

  /// Whether eight bytes can be looked at with [#peek()].
  boolean hasWord() {
    return limit - next >= 8;
  }

  /// The next eight bytes, which stay.
  long peek() {
    if (buffer == null) {
      throw new IllegalStateException("feed without a buffer: nothing to look at");
    }
    long word = Memory.getLong(buffer.address() + next);
    Reference.reachabilityFence(buffer);
    return word;
  }

  void skip(long bytes) {
    next += bytes;
  }

  @Override
  public long read(Region target, long at, long bytes) throws IOException {
    long got = 0;
    while (got < bytes) {
      long part = available(bytes - got);
      if (part > 0 && buffer != null) {
        MemorySegment.copy(buffer.segment(), next, target.segment(), at + got, part);
        next += part;
      } else {
        part = receive(target, at + got, bytes - got);
      }
      if (part <= 0) {
        return got;
      }
      got += part;
    }
    return got;
  }

  private long available(long wanted) throws IOException {
    if (buffer != null && next == limit && wanted < BUFFER_BYTES) {
      refill(buffer);
    }
    return Math.min(wanted, limit - next);
  }

  private boolean refill(Region into) throws IOException {
    if (channel == null) {
      return false;
    }
    long got = receive(into, 0, into.size());
    next = 0;
    limit = Math.max(0, got);
    return got > 0;
  }

  private long receive(Region target, long at, long bytes) throws IOException {
    if (channel == null) {
      return -1;
    }
    ByteBuffer view = target.segment().asSlice(at, Math.min(bytes, LARGEST_READ)).asByteBuffer();
    int got = 0;
    while (got == 0) {
      got = channel.read(view);
    }
    if (got > view.capacity()) {
      throw new IOException(
          channel + ": expected at most " + view.capacity() + " bytes of a read, got " + got);
    }
    return got;
  }
}
