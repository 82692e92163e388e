package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// The type of an interface: how a reference to one of its capabilities is made. Generated code
/// extends it, once per interface. Immutable; any thread may use it.
///
/// @param <C> the generated reference
public abstract non-sealed class CapabilityType<C extends Capability> extends PointerType<C, C> {

  private final long id;
  private final String name;

  /// @param id the schema's 64-bit id
  /// @param name the schema's display name
  protected CapabilityType(long id, String name) {
    this.id = id;
    this.name = name;
  }

  /// The schema's 64-bit id.
  public final long id() {
    return id;
  }

  /// The schema's display name.
  public final String name() {
    return name;
  }

  /// Makes a reference; -1 is null.
  protected abstract C reference(int index);

  @Override
  public final String toString() {
    return name;
  }

  @Override
  final C read(Segment segment, long at, long pointer, int nesting) {
    return reference(index(segment, at, pointer));
  }

  @Override
  final C get(Segment segment, long at) {
    return reference(index(segment, at, Memory.getLong(at)));
  }

  @Override
  final C init(Segment segment, long at, int size) {
    write(segment, at, -1);
    return reference(-1);
  }

  @Override
  final void set(Segment segment, long at, C value) {
    write(segment, at, value.index());
  }

  static int index(Segment segment, long at, long pointer) {
    if (pointer == 0) {
      return -1;
    }
    check(segment, at, pointer);
    return Pointer.capability(pointer);
  }

  static void check(Segment segment, long at, long pointer) {
    if (Pointer.kind(pointer) != Pointer.OTHER) {
      throw Faults.wrongKind(segment, at, "capability", pointer);
    }
    if (!Pointer.isCapability(pointer)) {
      throw Faults.notACapability(segment, at, pointer);
    }
  }

  static void write(Segment segment, long at, int index) {
    Erasure.object(segment, at);
    if (index >= 0) {
      Memory.putLong(at, Pointer.capabilityPointer(index));
    }
  }
}
