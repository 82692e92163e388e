package dev.caplens.core.message;

/// A struct with every kind of field, in the form that generated code has: 3 data words, 8
/// pointers.
final class Node {

  static final StructType<Reader, Builder> TYPE = new Type();

  private static final PointerType<
          PointerList.Reader<Text.Reader>, PointerList.Builder<Text.Reader, Text.Builder>>
      TAGS = PointerList.of(Text.TYPE);
  private static final AnyPointer.Reader MOTTO_DEFAULT =
      AnyPointer.constant(0x0000002200000001L, 0x00796568L);

  private Node() {}

  private static final class Type extends StructType<Reader, Builder> {

    Type() {
      super(0x8000_0000_0000_0001L, "test.capnp:Node", 3, 8);
    }

    @Override
    protected Reader reader(
        Segment segment, long address, int dataBytes, int pointerCount, int nesting) {
      return new Reader(segment, address, dataBytes, pointerCount, nesting);
    }

    @Override
    protected Builder builder(Segment segment, long address, int dataBytes, int pointerCount) {
      return new Builder(segment, address, dataBytes, pointerCount);
    }
  }

  static final class Reader extends StructReader {

    private Reader(Segment segment, long address, int dataBytes, int pointerCount, int nesting) {
      super(segment, address, dataBytes, pointerCount, nesting);
    }

    long getId() {
      return getUInt32(0);
    }

    long firstWord() {
      return getWord(0);
    }

    short getAge() {
      return getInt16(2, (short) 18);
    }

    boolean getActive() {
      return getBool(48, true);
    }

    byte getRank() {
      return getInt8(7);
    }

    double getScore() {
      return getFloat64(1, Double.doubleToRawLongBits(1.5));
    }

    long getStamp() {
      return getInt64(2);
    }

    Text.Reader getName() {
      return getText(0);
    }

    Text.Reader getMotto() {
      return getPointer(1, Text.TYPE, MOTTO_DEFAULT);
    }

    Data.Reader getPhoto() {
      return getData(2);
    }

    Node.Reader getNext() {
      return getStruct(3, TYPE);
    }

    boolean hasNext() {
      return hasPointer(3);
    }

    StructList.Reader<Node.Reader> getChildren() {
      return getStructList(4, TYPE);
    }

    IntList.Reader getYears() {
      return getPointer(5, IntList.TYPE);
    }

    PointerList.Reader<Text.Reader> getTags() {
      return getPointer(6, TAGS);
    }

    AnyPointer.Reader getExtra() {
      return getPointer(7, AnyPointer.TYPE);
    }
  }

  static final class Builder extends StructBuilder {

    private Builder(Segment segment, long address, int dataBytes, int pointerCount) {
      super(segment, address, dataBytes, pointerCount);
    }

    Reader asReader() {
      return asReader(TYPE);
    }

    void setId(long value) {
      setUInt32(0, value);
    }

    long getId() {
      return getUInt32(0);
    }

    void setAge(int value) {
      setInt16(2, (short) value, (short) 18);
    }

    void setActive(boolean value) {
      setBool(48, value, true);
    }

    void setRank(int value) {
      setInt8(7, (byte) value);
    }

    void setScore(double value) {
      setFloat64(1, value, Double.doubleToRawLongBits(1.5));
    }

    void setStamp(long value) {
      setInt64(2, value);
    }

    void setName(CharSequence value) {
      setText(0, value);
    }

    Text.Builder getMotto() {
      return getPointer(1, Text.TYPE, MOTTO_DEFAULT);
    }

    void setPhoto(byte[] value) {
      setData(2, value);
    }

    Builder initNext() {
      return initStruct(3, TYPE);
    }

    Builder getNext() {
      return getStruct(3, TYPE);
    }

    void setNext(StructReader value) {
      setStruct(3, value);
    }

    Orphan<Builder> disownNext() {
      return disownPointer(3, TYPE);
    }

    void adoptNext(Orphan<Builder> orphan) {
      adoptPointer(3, orphan);
    }

    void clearNext() {
      clearPointer(3);
    }

    StructList.Builder<Builder> initChildren(int size) {
      return initStructList(4, TYPE, size);
    }

    StructList.Builder<Builder> getChildren() {
      return getStructList(4, TYPE);
    }

    IntList.Builder initYears(int size) {
      return initPointer(5, IntList.TYPE, size);
    }

    PointerList.Builder<Text.Reader, Text.Builder> initTags(int size) {
      return initPointer(6, TAGS, size);
    }

    AnyPointer.Builder getExtra() {
      return getPointer(7, AnyPointer.TYPE);
    }
  }
}
