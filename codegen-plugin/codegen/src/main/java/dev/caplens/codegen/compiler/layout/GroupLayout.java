package dev.caplens.codegen.compiler.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The layout of one member of a union.
public final class GroupLayout implements FieldScope {

  private static final int WORD = 6;

  private final UnionLayout union;
  private final List<LocationUse> uses = new ArrayList<>();
  private int pointersUsed;
  private boolean hasContent;

  public GroupLayout(UnionLayout union) {
    this.union = union;
  }

  private void addContent() {
    if (!hasContent) {
      hasContent = true;
      union.memberGotContent();
    }
  }

  /// Tells the enclosing union as well: it places its discriminant when its second member comes,
  /// sized or not.
  @Override
  public void addVoid() {
    addContent();
    union.addVoidToParent();
  }

  @Override
  public int addData(int size) {
    addContent();
    while (uses.size() < union.locations().size()) {
      uses.add(new LocationUse(union, union.locations().get(uses.size())));
    }
    LocationUse best = smallestRoom(size);
    if (best != null) {
      return best.allocate(size);
    }
    for (LocationUse use : uses) {
      int offset = use.allocateByGrowing(size);
      if (offset != LocationUse.NO_ROOM) {
        return offset;
      }
    }
    int offset = union.addLocation(size);
    uses.add(LocationUse.full(union, union.locations().getLast()));
    return offset;
  }

  private @Nullable LocationUse smallestRoom(int size) {
    LocationUse best = null;
    int bestRoom = Integer.MAX_VALUE;
    for (LocationUse use : uses) {
      int room = use.roomFor(size);
      if (room != LocationUse.NO_ROOM && room < bestRoom) {
        bestRoom = room;
        best = use;
      }
    }
    return best;
  }

  @Override
  public int addPointer() {
    addContent();
    return union.pointer(pointersUsed++);
  }

  @Override
  public boolean expandData(int size, int offset, int doublings) {
    boolean aligned = (offset & ((1 << doublings) - 1)) == 0;
    if (size + doublings > WORD || !aligned) {
      return false;
    }
    for (LocationUse use : uses) {
      if (use.covers(size, offset)) {
        return use.expand(size, offset, doublings);
      }
    }
    throw new IllegalStateException(
        "no location covers the space of 2^" + size + " bits at offset " + offset);
  }
}
