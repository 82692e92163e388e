package dev.caplens.codegen.compiler.layout;

/// The layout of a whole struct. Groups outside of unions add to it directly.
public final class StructLayout implements FieldScope {

  private static final int WORD = 6;

  private final Holes holes = new Holes();
  private int dataWords;
  private int pointers;

  public int dataWords() {
    return dataWords;
  }

  public int pointers() {
    return pointers;
  }

  @Override
  public void addVoid() {}

  @Override
  public int addData(int size) {
    int hole = holes.allocate(size);
    if (hole != Holes.NONE) {
      return hole;
    }
    int offset = dataWords++ << (WORD - size);
    holes.addUpToWord(size, offset + 1);
    return offset;
  }

  @Override
  public int addPointer() {
    return pointers++;
  }

  @Override
  public boolean expandData(int size, int offset, int doublings) {
    return holes.expand(size, offset, doublings);
  }
}
