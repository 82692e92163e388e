package dev.caplens.core.message;

import dev.caplens.core.raw.Memory;

/// The type of a struct: how large its schema says it is, and how its lenses are made. Generated
/// code extends it, once per struct. Immutable; any thread may use it.
///
/// Source: "Structs" in Cap'n Proto's encoding specification.
///
/// @param <R> the generated reader
/// @param <B> the generated builder
public abstract non-sealed class StructType<R extends StructReader, B extends StructBuilder>
    extends PointerType<R, B> {

  /// The form of generated code that this runtime works with. It is raised whenever code that was
  /// generated before no longer fits.
  public static final int FORM = 1;

  private final long id;
  private final String name;
  private final int dataWords;
  private final int pointerCount;

  /// A type that belongs to this runtime.
  ///
  /// @throws IllegalArgumentException if the format has no structs of such sizes
  StructType(long id, String name, int dataWords, int pointerCount) {
    if ((dataWords | pointerCount) >>> 16 != 0) {
      throw new IllegalArgumentException(
          "%s: expected 0 to 65535 data words and as many pointers, got %d and %d"
              .formatted(name, dataWords, pointerCount));
    }
    this.id = id;
    this.name = name;
    this.dataWords = dataWords;
    this.pointerCount = pointerCount;
  }

  /// As generated code calls it.
  ///
  /// @param id the schema's 64-bit id
  /// @param name the schema's display name, as in `person.capnp:Person`
  /// @param dataWords words of the data section, 0 to 65535
  /// @param pointerCount pointers, 0 to 65535
  /// @param form the [#FORM] of the runtime that the code was generated for
  /// @throws IllegalArgumentException if the format has no structs of such sizes
  /// @throws IncompatibleClassChangeError if this runtime has another form
  protected StructType(long id, String name, int dataWords, int pointerCount, int form) {
    this(id, name, dataWords, pointerCount);
    if (form != FORM) {
      throw new IncompatibleClassChangeError(
          "%s: the generated code has form %d, expected form %d of this lens-core; generate it again with the caplens-maven-plugin or the caplens command of the same version, or depend on the lens-core that it was generated for"
              .formatted(name, form, FORM));
    }
  }

  /// The schema's 64-bit id.
  public final long id() {
    return id;
  }

  /// The schema's display name.
  public final String name() {
    return name;
  }

  /// Words of the data section in this version of the schema.
  public final int dataWords() {
    return dataWords;
  }

  /// Pointers in this version of the schema.
  public final int pointerCount() {
    return pointerCount;
  }

  /// Makes a reader. Called with a checked place only, for which it makes a new lens and does
  /// nothing else.
  ///
  /// @param address of the data section, absolute
  /// @param dataBytes bytes of the data section, as the sender's schema had it
  /// @param pointerCount pointers behind it, as the sender's schema had them
  /// @param nesting the levels that are left for what its pointers lead to
  protected abstract R reader(
      Segment segment, long address, int dataBytes, int pointerCount, int nesting);

  /// Makes a builder. Called with a place that has at least this type's size.
  ///
  /// @param address of the data section, absolute
  /// @param dataBytes bytes of the data section
  /// @param pointerCount pointers behind it
  protected abstract B builder(Segment segment, long address, int dataBytes, int pointerCount);

  /// The same struct, read as one of this type, in place. Nothing checks that it is one: fields are
  /// read where this type has them.
  public final R view(StructReader struct) {
    return reader(
        struct.segment, struct.address(), struct.dataBytes, struct.pointerCount, struct.nesting);
  }

  /// The same struct, built as one of this type, in place.
  ///
  /// @throws IllegalArgumentException if this type has larger sections than the struct, which
  ///   cannot grow while another builder knows its place
  public final B view(StructBuilder struct) {
    if (struct.dataBytes < dataWords << 3 || struct.pointerCount < pointerCount) {
      throw new IllegalArgumentException(
          "%s in place: expected at least %d data words and %d pointers, got %d and %d; get the builder through the pointer to the struct, which enlarges it"
              .formatted(
                  name, dataWords, pointerCount, struct.dataBytes >> 3, (int) struct.pointerCount));
    }
    return builder(struct.segment, struct.address(), struct.dataBytes, struct.pointerCount);
  }

  @Override
  public final String toString() {
    return name;
  }

  /// A null pointer needs no branch of its own: its form is that of a struct of size zero.
  @Override
  final R read(Segment origin, long at, long pointer, int nesting) {
    Segment segment = origin;
    long target = Pointer.target(at, pointer);
    long form = pointer;
    if (!Pointer.isNearStruct(pointer)) {
      Landing landing = Landing.of(origin, at, pointer, Pointer.STRUCT, "struct");
      segment = landing.segment();
      target = landing.target();
      form = landing.tag();
    }
    int data = Pointer.dataBytes(form);
    int pointers = Pointer.pointerCount(form);
    if (pointer != 0) {
      if (nesting == 0) {
        throw Faults.tooDeep(origin, at);
      }
      segment.admit(target, data + ((long) pointers << 3), origin, at);
    }
    return reader(segment, target, data, pointers, nesting - 1);
  }

  @Override
  final B get(Segment origin, long at) {
    long pointer = Memory.getLong(at);
    if (pointer == 0) {
      return init(origin, at, 0);
    }
    Segment segment = origin;
    long target = Pointer.target(at, pointer);
    long form = pointer;
    if (!Pointer.isNearStruct(pointer)) {
      Landing landing = Landing.of(origin, at, pointer, Pointer.STRUCT, "struct");
      segment = landing.segment();
      target = landing.target();
      form = landing.tag();
    }
    int data = Pointer.dataBytes(form);
    int pointers = Pointer.pointerCount(form);
    segment.admit(target, data + ((long) pointers << 3), origin, at);
    if (data < dataWords << 3 || pointers < pointerCount) {
      Landing grown = Growth.struct(origin, at, new Landing(segment, target, form), this);
      segment = grown.segment();
      target = grown.target();
      data = Pointer.dataBytes(grown.tag());
      pointers = Pointer.pointerCount(grown.tag());
    }
    return builder(segment, target, data, pointers);
  }

  @Override
  final B init(Segment origin, long at, int size) {
    Segment segment = origin;
    long form = Pointer.struct(dataWords, pointerCount);
    long bytes = (long) dataWords + pointerCount << 3;
    long target = bytes == 0 ? 0 : Slot.allocateNear(origin, at, bytes, form);
    if (target == 0) {
      Landing place = Slot.allocate(origin, at, bytes, form);
      segment = place.segment();
      target = place.target();
    }
    return builder(segment, target, dataWords << 3, pointerCount);
  }

  @Override
  final void set(Segment segment, long at, R value) {
    Copy.struct(value, segment, at);
  }
}
