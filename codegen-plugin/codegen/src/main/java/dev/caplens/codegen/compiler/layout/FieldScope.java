package dev.caplens.codegen.compiler.layout;

/// A struct, or a group in a union: whatever fields are added to.
public sealed interface FieldScope permits StructLayout, GroupLayout {

  /// Notes a field without size.
  void addVoid();

  /// Places a field of 2^`size` bits, and answers its offset in units of its size.
  int addData(int size);

  /// Places a pointer, and answers its index.
  int addPointer();

  /// Grows the space of 2^`size` bits at `offset` by 2^`doublings`, if what follows is free.
  boolean expandData(int size, int offset, int doublings);
}
