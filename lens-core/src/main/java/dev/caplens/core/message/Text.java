package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Text: bytes in UTF-8 with a zero byte behind them, which is not counted. Zero bytes within are
/// allowed, and reading does not check that the bytes are UTF-8. [dev.caplens.core.message] has the
/// rules of threads, lifetime and errors.
///
/// Source: "Blobs" in Cap'n Proto's encoding specification.
public final class Text {

  /// How a pointer to text is read and built.
  public static final PointerType<Reader, Builder> TYPE = new Type();

  /// The most bytes of a text.
  public static final int MAX_BYTES = (1 << 29) - 2;

  private Text() {}

  /// A view of a text's bytes. Two of them are equal if their bytes are; the order is that of the
  /// bytes, unsigned, which is that of the code points. Immutable, but the bytes are the message's:
  /// take [#toString()] to keep a text.
  public static final class Reader implements Comparable<Reader> {

    private final Segment segment;
    private final long address;
    private final int size;

    private Reader(Segment segment, long address, int size) {
      this.segment = segment;
      this.address = address;
      this.size = size;
    }

    /// The number of bytes, 0 to 2^29 - 2.
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
    public byte byteAt(int index) {
      byte value = (byte) Memory.getBoundedByte(address + Objects.checkIndex(index, size));
      segment.hold();
      return value;
    }

    /// The bytes in place, read-only, without the zero byte. The segment keeps the memory. Over a
    /// file that others may truncate, mind what the package says.
    public MemorySegment bytes() {
      return segment.view(address, size).asReadOnly();
    }

    /// A copy of the bytes.
    public byte[] toByteArray() {
      byte[] bytes = new byte[size];
      Memory.copy(address, bytes, 0, size);
      segment.hold();
      return bytes;
    }

    /// Decodes the bytes; what is not UTF-8 becomes U+FFFD.
    @Override
    public String toString() {
      String decoded = Utf8.decode(address, size);
      segment.hold();
      return decoded;
    }

    /// Decodes the bytes.
    ///
    /// @throws MalformedMessage if they are not UTF-8
    public String decode() {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(toByteArray()))
            .toString();
      } catch (CharacterCodingException notUtf8) {
        throw notUtf8(notUtf8);
      }
    }

    /// Appends the decoded text; what is not UTF-8 becomes U+FFFD.
    ///
    /// @throws UncheckedIOException if the target throws [IOException]
    public void appendTo(Appendable target) {
      try {
        target.append(toString());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    /// Whether the bytes are the UTF-8 of these characters. Nothing is allocated.
    public boolean contentEquals(CharSequence characters) {
      boolean equal = Utf8.equal(characters, address, size);
      segment.hold();
      return equal;
    }

    /// The index of the first byte, from the byte of index `from` on, at which these characters
    /// stand as UTF-8; -1 if they stand nowhere. Nothing is decoded and, if the characters are
    /// ASCII, nothing is allocated.
    ///
    /// @param from 0 to [#size()]
    /// @throws IndexOutOfBoundsException if it is not
    public int indexOf(CharSequence characters, int from) {
      Objects.checkIndex(from, size + 1);
      int found = Search.indexOf(address, size, Utf8.bytes(characters), from);
      segment.hold();
      return found;
    }

    /// As above, from the first byte on.
    public int indexOf(CharSequence characters) {
      return indexOf(characters, 0);
    }

    /// Whether these characters stand somewhere in the text, compared as bytes. An empty sequence
    /// does.
    public boolean contains(CharSequence characters) {
      return indexOf(characters, 0) >= 0;
    }

    /// Whether the text begins with these characters, compared as bytes.
    public boolean startsWith(CharSequence characters) {
      String bytes = Utf8.bytes(characters);
      boolean starts = bytes.length() <= size && Search.matches(address, bytes);
      segment.hold();
      return starts;
    }

    /// Whether the text ends with these characters, compared as bytes.
    public boolean endsWith(CharSequence characters) {
      String bytes = Utf8.bytes(characters);
      int behind = size - bytes.length();
      boolean ends = behind >= 0 && Search.matches(address + behind, bytes);
      segment.hold();
      return ends;
    }

    /// Whether the bytes are these.
    public boolean contentEquals(byte[] bytes) {
      boolean same = size == bytes.length && Memory.mismatch(address, bytes) < 0;
      segment.hold();
      return same;
    }

    @Override
    public int compareTo(Reader other) {
      int common = Math.min(size, other.size);
      long at = Memory.mismatch(address, other.address, common);
      int order =
          at < 0
              ? Integer.compare(size, other.size)
              : Byte.compareUnsigned(
                  Memory.getByte(address + at), Memory.getByte(other.address + at));
      segment.hold();
      other.segment.hold();
      return order;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Reader text && size == text.size && compareTo(text) == 0;
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

    private MalformedMessage notUtf8(CharacterCodingException cause) {
      return new MalformedMessage(
          "text of "
              + size
              + " bytes at "
              + Faults.place(segment, address)
              + ": expected UTF-8, got "
              + cause.getMessage()
              + "; read it as bytes if that is intended");
    }

    Segment segment() {
      return segment;
    }

    long address() {
      return address;
    }
  }

  /// The bytes of a text that is being built. How many there are is fixed.
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

    /// The bytes in place, to write, without the zero byte; the caller sees to it that they are
    /// UTF-8. The segment keeps the memory, and writes into the next message if it is used behind a
    /// reset. Over a file that others may truncate, mind what the package says.
    public MemorySegment bytes() {
      return segment.view(address, size);
    }

    /// The same bytes, to read.
    public Reader asReader() {
      return new Reader(segment, address, size);
    }

    @Override
    public String toString() {
      return asReader().toString();
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
      Landing landing = Landing.of(origin, at, pointer, Pointer.LIST, "list of bytes (text)");
      segment = landing.segment();
      target = landing.target();
      form = landing.tag();
    }
    int size = admit(segment, target, form, origin, at);
    return new Reader(segment, target, size);
  }

  private static int admit(Segment segment, long target, long form, Segment origin, long at) {
    if (Pointer.elementSize(form) != Pointer.ONE_BYTE) {
      throw Data.notBytes(origin, at, form);
    }
    int count = Pointer.listCount(form);
    segment.admit(target, (long) count + 7 & -8L, origin, at);
    if (count == 0 || Memory.getByte(target + count - 1) != 0) {
      throw Faults.textWithoutEnd(origin, at);
    }
    segment.hold();
    return count - 1;
  }

  /// Writes characters to a place. A string cannot change between being measured and being written;
  /// anything else is made one.
  static void write(Segment segment, long at, CharSequence value) {
    String string = value.toString();
    if (string.length() < Utf8.SHORT) {
      writeShort(segment, at, string);
    } else if (!writeLong(segment, at, string)) {
      writeExactly(segment, at, string);
    }
  }

  /// Up to 15 characters, composed in two registers.
  private static void writeShort(Segment segment, long at, String value) {
    int length = value.length();
    int low = Math.min(length, 8);
    long first = Utf8.pack(value, 0, low);
    long second = length < 8 ? 0 : Utf8.pack(value, 8, length);
    if (first == Utf8.NOT_ASCII || second == Utf8.NOT_ASCII) {
      writeExactly(segment, at, value);
      return;
    }
    Builder text = init(segment, at, length);
    Memory.putLong(text.address, first);
    if (length >= 8) {
      Memory.putLong(text.address + 8, second);
    }
    text.segment.hold();
  }

  /// Writes first and measures then: room is taken for the most bytes that so many characters can
  /// have, and what is left over is given back, still zero. Behind what ASCII would take stands a
  /// byte that UTF-8 does not know; if it is there still, it was ASCII.
  ///
  /// @return false, with nothing done, if that does not work here
  private static boolean writeLong(Segment segment, long at, String value) {
    segment.hold();
    int length = value.length();
    long most = Utf8.MOST_BYTES * (long) length + 9 & -8L;
    if (Memory.getLong(at) != 0 || length > Utf8.LONG) {
      return false;
    }
    long target = segment.allocate(most);
    if (target == 0) {
      return false;
    }
    long sentinel = target + length + 1;
    Memory.putByte(sentinel, (byte) 0xff);
    Memory.putString(target, value);
    int size = length;
    if (Memory.getByte(sentinel) == (byte) 0xff) {
      Memory.putByte(sentinel, (byte) 0);
    } else {
      size = Utf8.size(value, 0);
    }
    segment.giveBack(target + ((long) size + 8 & -8L), target + most);
    long form = Pointer.list(Pointer.ONE_BYTE, size + 1);
    Memory.putLong(at, Pointer.near(form, at, target));
    segment.hold();
    return true;
  }

  /// Measures first, so that no more room is needed than the text takes.
  private static void writeExactly(Segment segment, long at, String value) {
    int ascii = Utf8.asciiPrefix(value);
    boolean onlyAscii = ascii == value.length();
    Builder text = init(segment, at, onlyAscii ? ascii : Utf8.size(value, ascii));
    Memory.putString(text.address, value);
    text.segment.hold();
  }

  private static Builder init(Segment origin, long at, int size) {
    if (size < 0 || size > MAX_BYTES) {
      throw new IllegalArgumentException(
          "text: expected 0 to " + MAX_BYTES + " bytes, got " + size);
    }
    Segment segment = origin;
    long form = Pointer.list(Pointer.ONE_BYTE, size + 1);
    long bytes = (long) size + 8 & -8L;
    long target = Slot.allocateNear(origin, at, bytes, form);
    if (target == 0) {
      Landing place = Slot.allocate(origin, at, bytes, form);
      segment = place.segment();
      target = place.target();
    }
    return new Builder(segment, target, size);
  }

  static final class Type extends PointerType<Reader, Builder> {

    @Override
    Reader read(Segment segment, long at, long pointer, int nesting) {
      return Text.read(segment, at, pointer);
    }

    @Override
    Builder get(Segment segment, long at) {
      Reader text = Text.read(segment, at, Memory.getLong(at));
      return new Builder(text.segment, text.address, text.size);
    }

    @Override
    Builder init(Segment segment, long at, int size) {
      return Text.init(segment, at, size);
    }

    @Override
    void set(Segment segment, long at, Reader value) {
      assert segment.isLive();
      long old = Memory.getLong(at);
      Memory.putLong(at, 0);
      Builder text = Text.init(segment, at, value.size);
      Memory.copy(value.address, text.address, value.size);
      value.segment.hold();
      text.segment.hold();
      Erasure.object(segment, at, old);
    }
  }
}
