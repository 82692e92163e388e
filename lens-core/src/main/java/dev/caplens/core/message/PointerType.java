package dev.caplens.core.message;

/// The type of a pointer: how to read an `R` and to build a `B` where one pointer stands.
///
/// Values of this type stand for the schema's types in generated code and in generic structs:
/// `Text.TYPE`, `IntList.TYPE`, `Person.TYPE`, `StructList.of(Person.TYPE)`,
/// `PointerList.of(Text.TYPE)`. They are immutable; any thread may use them.
///
/// @param <R> what a pointer is read as
/// @param <B> what a pointer is built as
public abstract sealed class PointerType<R, B>
    permits StructType, ListType, CapabilityType, Text.Type, Data.Type, AnyPointer.Type {

  PointerType() {}

  /// Reads what a pointer leads to.
  ///
  /// @param pointer the word at `at`, read once; 0 gives the empty value
  abstract R read(Segment segment, long at, long pointer, int nesting);

  /// Builds on what a pointer leads to, brought to this type's size; null gives an empty object.
  abstract B get(Segment segment, long at);

  /// Clears what a pointer leads to and builds a new object.
  ///
  /// @param size elements or bytes, for types that have such a size
  abstract B init(Segment segment, long at, int size);

  /// Clears what a pointer leads to and copies a value there.
  abstract void set(Segment segment, long at, R value);
}
