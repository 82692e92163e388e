package dev.caplens.layout.arena;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.channels.ReadableByteChannel;
import java.util.Objects;
import java.util.function.LongConsumer;

/// A block of the arena: bytes that are written once and read where they stand.
///
/// A channel is read straight into the block; readers load from it. There is one way to take bytes
/// out, [#copyTo], and it counts them. Offsets are in bytes from the begin of the block; every
/// access checks them. The block is plain memory: who hands its reference on through a ring orders
/// the bytes with it. Any thread may call any method.
public final class ArenaBlock {

  private final Region region;
  private final ArenaReference reference;
  private final long address;
  private final int length;

  ArenaBlock(Region region, ArenaReference reference) {
    Objects.checkFromIndexSize(reference.offset(), reference.length(), region.size());
    this.region = region;
    this.reference = reference;
    this.address = region.address() + reference.offset();
    this.length = Math.toIntExact(reference.length());
  }

  /// What a record carries to mean this block.
  public ArenaReference reference() {
    return reference;
  }

  /// A reference to the first `bytes` of this block.
  public ArenaReference reference(int bytes) {
    Objects.checkFromIndexSize(0, bytes, length);
    return new ArenaReference(reference.offset(), bytes, reference.generation());
  }

  /// The number of bytes.
  public int length() {
    return length;
  }

  /// Loads one byte.
  public byte getByte(int offset) {
    byte value = (byte) Memory.getBoundedByte(address + Objects.checkIndex(offset, length));
    Reference.reachabilityFence(region);
    return value;
  }

  /// Loads 8 bytes, little-endian, at any alignment.
  public long getLong(int offset) {
    long value = Memory.getLong(address + Objects.checkFromIndexSize(offset, Long.BYTES, length));
    Reference.reachabilityFence(region);
    return value;
  }

  /// Reads from a channel into the bytes from `offset` on, with no array between.
  ///
  /// @return how many bytes were read, or -1 if the channel has ended
  public int readFrom(ReadableByteChannel channel, int offset) throws IOException {
    Objects.checkIndex(offset, length);
    return channel.read(
        region.segment().asSlice(reference.offset() + offset, length - offset).asByteBuffer());
  }

  /// Copies bytes out of the arena, and has them counted.
  ///
  /// @param count is told how many bytes were copied
  public void copyTo(byte[] target, LongConsumer count) {
    Objects.checkFromIndexSize(0, target.length, length);
    MemorySegment.copy(
        region.segment(), ValueLayout.JAVA_BYTE, reference.offset(), target, 0, target.length);
    count.accept(target.length);
  }
}
