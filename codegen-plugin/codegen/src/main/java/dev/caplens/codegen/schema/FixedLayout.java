package dev.caplens.codegen.schema;

import dev.caplens.core.schema.AnnotationUse;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaError;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A struct that `$Caplens.fixedLayout` puts at fixed places in shared memory.
///
/// The bytes are those of the struct's data section. A field with a default, which is stored as the
/// difference to it, and a pointer, which only means something inside a message, cannot stand
/// there.
///
/// @param bytes the size that is reserved, at least that of the data section
/// @param fields the fields with a place, those of groups under the group's name and their own
public record FixedLayout(int bytes, List<Entry> fields) {

  /// A field.
  ///
  /// @param path the name, behind those of the groups around it
  public record Entry(List<String> path, Field.Slot slot) {

    /// Where it begins, in bits from the start.
    public long bit() {
      return slot.offset() * slot.type().bits();
    }
  }

  /// The layout of a struct, if it is marked for one.
  ///
  /// @throws SchemaError if it cannot have one
  public static Optional<FixedLayout> of(SchemaSet schemas, Node.Struct struct) {
    for (AnnotationUse use : struct.declaration().annotations()) {
      if (use.id() == KnownAnnotations.FIXED_LAYOUT && use.value() instanceof Value.Int size) {
        return Optional.of(of(schemas, struct, size.value()));
      }
    }
    return Optional.empty();
  }

  private static FixedLayout of(SchemaSet schemas, Node.Struct struct, long size) {
    String name = struct.declaration().displayName();
    int used = struct.dataWords() * 8;
    if (size != 0 && (size < used || size % 8 != 0 || size > Integer.MAX_VALUE)) {
      throw new SchemaError(
          "%s: $fixedLayout(%d) must be a multiple of 8 and at least %d, the size of its fields"
              .formatted(name, size, used));
    }
    List<Entry> entries = new ArrayList<>();
    collect(schemas, struct, List.of(), entries);
    return new FixedLayout(size == 0 ? used : (int) size, List.copyOf(entries));
  }

  private static void collect(
      SchemaSet schemas, Node.Struct struct, List<String> path, List<Entry> entries) {
    String name = struct.declaration().displayName();
    if (struct.discriminants() > 0) {
      throw new SchemaError(
          name + ": a struct with $fixedLayout has no unions; name the fields side by side");
    }
    for (Field field : struct.fields()) {
      List<String> own = new ArrayList<>(path);
      own.add(field.name());
      switch (field) {
        case Field.Group group ->
            collect(schemas, schemas.node(group.typeId(), Node.Struct.class), own, entries);
        case Field.Slot slot -> {
          check(name, slot);
          if (slot.type().bits() > 0) {
            entries.add(new Entry(List.copyOf(own), slot));
          }
        }
      }
    }
  }

  private static void check(String struct, Field.Slot slot) {
    if (slot.type().pointer()) {
      throw new SchemaError(
          "%s.%s: a struct with $fixedLayout has no pointers; keep what it points to elsewhere"
              .formatted(struct, slot.name()));
    }
    boolean zero =
        switch (slot.defaultValue()) {
          case Value.None none -> true;
          case Value.Bool bool -> !bool.value();
          case Value.Int number -> number.value() == 0;
          case Value.EnumValue number -> number.value() == 0;
          case Value.Float32 number -> number.bits() == 0;
          case Value.Float64 number -> number.bits() == 0;
          default -> false;
        };
    if (!zero) {
      throw new SchemaError(
          "%s.%s: a struct with $fixedLayout has no defaults but zero, since the bytes hold the value itself"
              .formatted(struct, slot.name()));
    }
  }
}
