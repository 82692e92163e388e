package dev.caplens.codegen.compiler.value;

import org.jspecify.annotations.Nullable;

/// A struct as it stands in a message: a data section and a pointer section.
///
/// Not thread-safe; a struct is written while its literal is compiled and only read afterwards.
public final class WireStruct implements WireObject {

  private final long[] data;
  private final @Nullable WireObject[] pointers;

  public WireStruct(int dataWords, int pointers) {
    this.data = new long[dataWords];
    this.pointers = new @Nullable WireObject[pointers];
  }

  public int dataWords() {
    return data.length;
  }

  public int pointerCount() {
    return pointers.length;
  }

  public long word(int index) {
    return data[index];
  }

  public @Nullable WireObject pointer(int index) {
    return pointers[index];
  }

  public void setWord(int index, long value) {
    data[index] = value;
  }

  public void setPointer(int index, @Nullable WireObject target) {
    pointers[index] = target;
  }

  /// Stores the low `bits` of `raw`.
  ///
  /// @param offset in units of `bits`
  public void setBits(int offset, int bits, long raw) {
    long position = (long) offset * bits;
    int word = (int) (position / 64);
    int shift = (int) (position % 64);
    long mask = (bits == 64 ? -1L : (1L << bits) - 1) << shift;
    data[word] = (data[word] & ~mask) | (raw << shift & mask);
  }

  /// This struct with sections of other sizes: cut off, or filled up with zeros. Itself, if the
  /// sizes are its own.
  public WireStruct resized(int dataWords, int pointerCount) {
    if (dataWords == data.length && pointerCount == pointers.length) {
      return this;
    }
    WireStruct copy = new WireStruct(dataWords, pointerCount);
    System.arraycopy(data, 0, copy.data, 0, Math.min(dataWords, data.length));
    System.arraycopy(pointers, 0, copy.pointers, 0, Math.min(pointerCount, pointers.length));
    return copy;
  }
}
