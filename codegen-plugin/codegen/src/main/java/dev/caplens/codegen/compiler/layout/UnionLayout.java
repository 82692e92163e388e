package dev.caplens.codegen.compiler.layout;

import java.util.ArrayList;
import java.util.List;

/// The layout of a union: the locations in its parent that its members share, and the discriminant.
public final class UnionLayout {

  private static final int DISCRIMINANT_SIZE = 4;
  private static final int UNPLACED = -1;

  /// A piece of the parent's data section.
  static final class Location {
    int size;
    int offset;

    Location(int size, int offset) {
      this.size = size;
      this.offset = offset;
    }
  }

  private final FieldScope parent;
  private final List<Location> locations = new ArrayList<>();
  private final List<Integer> pointers = new ArrayList<>();
  private int members;
  private int discriminant = UNPLACED;

  public UnionLayout(FieldScope parent) {
    this.parent = parent;
  }

  /// Where the discriminant stands, in units of 16 bits.
  public int discriminantOffset() {
    return discriminant;
  }

  /// Places the discriminant; false if it had its place already.
  public boolean addDiscriminant() {
    if (discriminant != UNPLACED) {
      return false;
    }
    discriminant = parent.addData(DISCRIMINANT_SIZE);
    return true;
  }

  /// Notes that one more member has content. A union needs its discriminant once it has two.
  void memberGotContent() {
    if (++members == 2) {
      addDiscriminant();
    }
  }

  void addVoidToParent() {
    parent.addVoid();
  }

  List<Location> locations() {
    return locations;
  }

  int addLocation(int size) {
    int offset = parent.addData(size);
    locations.add(new Location(size, offset));
    return offset;
  }

  /// The `index`-th pointer that members share.
  int pointer(int index) {
    if (index == pointers.size()) {
      pointers.add(parent.addPointer());
    }
    return pointers.get(index);
  }

  boolean expand(Location location, int size) {
    if (size <= location.size) {
      return true;
    }
    int doublings = size - location.size;
    if (!parent.expandData(location.size, location.offset, doublings)) {
      return false;
    }
    location.offset >>= doublings;
    location.size = size;
    return true;
  }
}
