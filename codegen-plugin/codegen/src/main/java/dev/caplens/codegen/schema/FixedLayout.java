package dev.caplens.codegen.schema;

import dev.caplens.core.schema.AnnotationUse;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaError;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import dev.caplens.core.schema.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A struct that `$Caplens.fixedLayout` puts at fixed places in shared memory.
///
/// The bytes are those of the struct's data section, or those that `$Caplens.at` gives each field.
/// A field with a default, which is stored as the difference to it, and a pointer, which only means
/// something inside a message, cannot stand there. Where places are given, Text, Data and lists of
/// numbers stand there themselves, in the `$Caplens.length` of theirs.
///
/// @param bytes the size that is reserved, at least that of the fields
/// @param isPlaced whether the schema gives the places
/// @param fields the fields with a place, those of groups under the group's name and their own
public record FixedLayout(int bytes, boolean isPlaced, List<Entry> fields) {

  /// A field.
  ///
  /// @param path the name, behind those of the groups around it
  /// @param slot the field
  /// @param bit where it begins, in bits from the start
  /// @param length how many elements stand there, 0 if it is one value
  public record Entry(List<String> path, Field.Slot slot, long bit, int length) {

    /// Whether elements stand there.
    public boolean isArray() {
      return length > 0;
    }

    /// The type of what stands there: that of an element, the bytes of Text and Data.
    public Type unit() {
      return switch (slot.type()) {
        case Type.ListOf list -> list.element();
        case Type.Simple.TEXT, Type.Simple.DATA -> Type.Simple.UINT8;
        default -> slot.type();
      };
    }

    private long end() {
      return bit + (long) unit().bits() * Math.max(1, length);
    }
  }

  /// The layout of a struct, if it is marked for one.
  ///
  /// @throws SchemaError if it cannot have one
  public static Optional<FixedLayout> of(SchemaSet schemas, Node.Struct struct) {
    List<AnnotationUse> annotations = struct.declaration().annotations();
    OptionalLong size = KnownAnnotations.number(annotations, KnownAnnotations.FIXED_LAYOUT);
    if (size.isPresent()) {
      return Optional.of(of(schemas, struct, size.getAsLong()));
    }
    if (!struct.group()) {
      refusePlaces(schemas, struct, struct);
    }
    return Optional.empty();
  }

  /// Whether a node is a struct that says where its fields stand, and so is in no message.
  ///
  /// @throws SchemaError if it cannot have the layout that it is marked for
  public static boolean isPlaced(SchemaSet schemas, Node node) {
    return node instanceof Node.Struct struct
        && of(schemas, struct).map(FixedLayout::isPlaced).orElse(false);
  }

  /// A place that nothing looks at would be ignored.
  private static void refusePlaces(SchemaSet schemas, Node.Struct owner, Node.Struct part) {
    for (Field field : part.fields()) {
      switch (field) {
        case Field.Group group ->
            refusePlaces(schemas, owner, schemas.node(group.typeId(), Node.Struct.class));
        case Field.Slot slot -> {
          refusePlace(owner, part, slot, KnownAnnotations.AT, "$at");
          refusePlace(owner, part, slot, KnownAnnotations.LENGTH, "$length");
        }
      }
    }
  }

  private static void refusePlace(
      Node.Struct owner, Node.Struct part, Field.Slot slot, long id, String name) {
    OptionalLong value = KnownAnnotations.number(slot.member().annotations(), id);
    if (value.isPresent()) {
      throw wrong(
          part.declaration().displayName(),
          slot,
          "%s(%d) is for structs with $fixedLayout, and %s has none; mark it with $fixedLayout(0), or remove %s"
              .formatted(name, value.getAsLong(), owner.declaration().name(), name));
    }
  }

  private static FixedLayout of(SchemaSet schemas, Node.Struct struct, long size) {
    String name = struct.declaration().displayName();
    List<Entry> entries = new ArrayList<>();
    int placed = collect(schemas, struct, List.of(), entries);
    if (placed > 0 && placed < entries.size()) {
      throw new SchemaError(
          "%s: $at gives the places of %d of %d fields; give all or none"
              .formatted(name, placed, entries.size()));
    }
    long used = placed > 0 ? checkApart(name, entries) : struct.dataWords() * 8L;
    if (Math.max(size, used) > Integer.MAX_VALUE) {
      throw new SchemaError(
          "%s: $fixedLayout has at most 2147483640 bytes, got %d"
              .formatted(name, Math.max(size, used)));
    }
    if (size != 0 && (size < used || size % 8 != 0)) {
      throw new SchemaError(
          "%s: $fixedLayout(%d) must be a multiple of 8 and at least %d, the size of its fields"
              .formatted(name, size, used));
    }
    return new FixedLayout((int) (size == 0 ? used : size), placed > 0, List.copyOf(entries));
  }

  /// The fields of a struct; returns how many of them say where they stand.
  private static int collect(
      SchemaSet schemas, Node.Struct struct, List<String> path, List<Entry> entries) {
    String name = struct.declaration().displayName();
    if (struct.discriminants() > 0) {
      throw new SchemaError(
          name + ": a struct with $fixedLayout has no unions; name the fields side by side");
    }
    int placed = 0;
    for (Field field : struct.fields()) {
      List<String> own = new ArrayList<>(path);
      own.add(field.name());
      switch (field) {
        case Field.Group group ->
            placed +=
                collect(schemas, schemas.node(group.typeId(), Node.Struct.class), own, entries);
        case Field.Slot slot -> {
          OptionalLong at =
              KnownAnnotations.number(slot.member().annotations(), KnownAnnotations.AT);
          placed += at.isPresent() ? 1 : 0;
          Entry entry = entry(name, slot, List.copyOf(own), at);
          if (entry.unit().bits() > 0) {
            entries.add(entry);
          }
        }
      }
    }
    return placed;
  }

  private static Entry entry(String struct, Field.Slot slot, List<String> path, OptionalLong at) {
    long length =
        KnownAnnotations.number(slot.member().annotations(), KnownAnnotations.LENGTH).orElse(0);
    long natural = slot.offset() * slot.type().bits();
    Entry entry =
        new Entry(path, slot, at.isPresent() ? at.getAsLong() * 8 : natural, (int) length);
    if (slot.type().pointer() && !(at.isPresent() && length > 0)) {
      throw wrong(
          struct,
          slot,
          "a struct with $fixedLayout has no pointers; keep what it points to elsewhere,"
              + " or say where it stands with $at and $length");
    }
    checkDefault(struct, slot);
    if (slot.type().pointer() != length > 0 || length > Integer.MAX_VALUE / 8) {
      throw wrong(struct, slot, "$length is for Text, Data and lists, and at most 268435455");
    }
    if (at.isPresent()) {
      checkPlace(struct, entry);
    }
    return entry;
  }

  private static void checkDefault(String struct, Field.Slot slot) {
    boolean zero =
        switch (slot.defaultValue()) {
          case Value.None none -> true;
          case Value.Bool bool -> !bool.value();
          case Value.Int number -> number.value() == 0;
          case Value.EnumValue number -> number.value() == 0;
          case Value.Float32 number -> number.bits() == 0;
          case Value.Float64 number -> number.bits() == 0;
          default -> !slot.explicitDefault();
        };
    if (!zero) {
      throw wrong(
          struct,
          slot,
          "a struct with $fixedLayout has no defaults but zero, since the bytes hold the value itself");
    }
  }

  private static void checkPlace(String struct, Entry entry) {
    int bits = entry.unit().bits();
    if (bits < 8) {
      throw wrong(
          struct,
          entry.slot(),
          "$at gives whole bytes to numbers, enums, Text and Data; take UInt8");
    }
    if (entry.bit() % bits != 0) {
      throw wrong(
          struct,
          entry.slot(),
          "$at(%d) must be a multiple of %d, the size of the value"
              .formatted(entry.bit() / 8, bits / 8));
    }
  }

  /// Returns where the last field ends, in bytes, rounded up to words.
  private static long checkApart(String struct, List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Entry::bit));
    long end = 0;
    for (Entry entry : sorted) {
      if (entry.bit() < end) {
        throw wrong(
            struct,
            entry.slot(),
            "$at(%d) lies in the field before, which ends at %d"
                .formatted(entry.bit() / 8, end / 8));
      }
      end = entry.end();
    }
    return (end / 8 + 7) / 8 * 8;
  }

  private static SchemaError wrong(String struct, Field.Slot slot, String reason) {
    return new SchemaError(struct + "." + slot.name() + ": " + reason);
  }
}
