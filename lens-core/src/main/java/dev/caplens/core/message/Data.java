package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Objects;

/// Data: bytes of any meaning. [dev.caplens.core.message] has the rules of threads, lifetime and
/// errors.
///
/// Source: "Blobs" in Cap'n Proto's encoding specification.
public final class Data {

  /// How a pointer to data is read and built.
  public static final PointerType<Reader, Builder> TYPE = new Type();

  private Data() {}

  /// A view of the bytes. Two of them are equal if their bytes are. Immutable, but the bytes are
  /// the message's: take [#toByteArray()] to keep them.
  public static final class Reader {

    private final Segment segment;
    private final long address;
    private final int size;

    private Reader(Segment segment, long address, int size) {
      this.segment = segment;
      this.address = address;
      this.size = size;
    }

    /// The number of bytes, 0 to 2^29 - 1.
    public int size() {
      return size;
    }

    /// Whether there are no bytes.
    public boolean isEmpty() {
      return size == 0;
    }

    /// The byte of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public byte get(int index) {
      byte value = (byte) Memory.getBoundedByte(address + Objects.checkIndex(index, size));
      segment.hold();
      return value;
    }

    /// The bytes in place, read-only. The segment keeps the memory. Over a file that others may
    /// truncate, mind what the package says.
    public MemorySegment bytes() {
      return segment.view(address, size).asReadOnly();
    }

    /// The bytes in place as a read-only direct buffer, big-endian as each new buffer; otherwise as
    /// [#bytes()].
    public ByteBuffer asByteBuffer() {
      return bytes().asByteBuffer();
    }

    /// A copy of the bytes.
    public byte[] toByteArray() {
      byte[] bytes = new byte[size];
      Memory.copy(address, bytes, 0, size);
      segment.hold();
      return bytes;
    }

    @Override
    public boolean equals(Object other) {
      if (!(other instanceof Reader data) || size != data.size) {
        return false;
      }
      boolean same = Memory.mismatch(address, data.address, size) < 0;
      segment.hold();
      data.segment.hold();
      return same;
    }

    /// The hash of the bytes, the same as [java.util.Arrays#hashCode(byte[])] of them.
    @Override
    public int hashCode() {
      int hash = 1;
      for (int i = 0; i < size; i++) {
        hash = 31 * hash + Memory.getByte(address + i);
      }
      segment.hold();
      return hash;
    }

    @Override
    public String toString() {
      return "Data of " + size + " bytes";
    }
  }

  /// The bytes of data that are being built. How many there are is fixed.
  public static final class Builder {

    private final Segment segment;
    private final long address;
    private final int size;

    private Builder(Segment segment, long address, int size) {
      this.segment = segment;
      this.address = address;
      this.size = size;
    }

    /// The number of bytes.
    public int size() {
      return size;
    }

    /// The bytes in place, to write. The segment keeps the memory, and writes into the next message
    /// if it is used behind a reset. Over a file that others may truncate, mind what the package
    /// says.
    public MemorySegment bytes() {
      return segment.view(address, size);
    }

    /// Writes the byte of that index.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public void set(int index, byte value) {
      assert segment.isLive(); // before the access too: a stale lens must not write
      Memory.putByte(address + Objects.checkIndex(index, size), value);
      segment.hold();
    }

    /// Writes the first bytes.
    ///
    /// @throws IndexOutOfBoundsException if there are more than [#size()]
    public void set(byte[] source) {
      MemorySegment.copy(source, 0, bytes(), ValueLayout.JAVA_BYTE, 0, source.length);
    }

    /// The same bytes, to read.
    public Reader asReader() {
      return new Reader(segment, address, size);
    }

    @Override
    public String toString() {
      return "Data of " + size + " bytes";
    }
  }

  static Reader read(Segment origin, long at, long pointer) {
    Segment segment = origin;
    long target = Pointer.target(at, pointer);
    long form = pointer;
    if (pointer == 0) {
      return new Reader(origin, at, 0);
    }
    if (!Pointer.isNearList(pointer)) {
      Landing landing = Landing.of(origin, at, pointer, Pointer.LIST, "list of bytes (data)");
      segment = landing.segment();
      target = landing.target();
      form = landing.tag();
    }
    if (Pointer.elementSize(form) != Pointer.ONE_BYTE) {
      throw notBytes(origin, at, form);
    }
    int size = Pointer.listCount(form);
    segment.admit(target, (long) size + 7 & -8L, origin, at);
    return new Reader(segment, target, size);
  }

  static MalformedMessage notBytes(Segment origin, long at, long form) {
    return Faults.wrongElements(origin, at, "bytes", ListLens.name(Pointer.elementSize(form)));
  }

  static final class Type extends PointerType<Reader, Builder> {

    @Override
    Reader read(Segment segment, long at, long pointer, int nesting) {
      return Data.read(segment, at, pointer);
    }

    @Override
    Builder get(Segment segment, long at) {
      Reader data = Data.read(segment, at, Memory.getLong(at));
      return new Builder(data.segment, data.address, data.size);
    }

    @Override
    Builder init(Segment segment, long at, int size) {
      long form = Pointer.list(Pointer.ONE_BYTE, Slot.checkCount(size));
      Landing place = Slot.allocate(segment, at, (long) size + 7 & -8L, form);
      return new Builder(place.segment(), place.target(), size);
    }

    @Override
    void set(Segment segment, long at, Reader value) {
      assert segment.isLive();
      long old = Memory.getLong(at);
      Memory.putLong(at, 0);
      Builder data = init(segment, at, value.size);
      Memory.copy(value.address, data.address, value.size);
      value.segment.hold();
      data.segment.hold();
      Erasure.object(segment, at, old);
    }
  }
}
