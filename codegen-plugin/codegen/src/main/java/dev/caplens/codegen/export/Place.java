package dev.caplens.codegen.export;

import dev.caplens.codegen.schema.FixedLayout;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import dev.caplens.core.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a field stands in the encoding of its struct.
///
/// @param path the field's name behind those of the groups around it
/// @param kind what `at` counts
/// @param at the place
/// @param type the field's type
/// @param defaultBits what the stored bits are XORed with, 0 for most
record Place(List<String> path, Kind kind, long at, Type type, long defaultBits) {

  /// The unit of a place.
  enum Kind {
    /// Bytes from the start of the data section.
    OFFSET,
    /// Bits from the start of the data section.
    BIT,
    /// Pointers from the start of the pointer section.
    POINTER,
    /// Not a place: how many elements stand there.
    LENGTH,
    /// Not a place: the value of the discriminant that selects this member of a union.
    TAG
  }

  /// All places of a struct: its fields, those of its groups, and the discriminants of its unions.
  /// Those of a fixed layout that says where its fields stand are where it says.
  static List<Place> of(SchemaSet schemas, Node.Struct struct) {
    List<Place> places = new ArrayList<>();
    Optional<FixedLayout> layout = FixedLayout.of(schemas, struct).filter(FixedLayout::isPlaced);
    if (layout.isPresent()) {
      layout.get().fields().forEach(field -> add(field, places));
    } else {
      collect(schemas, struct, List.of(), places);
    }
    return places;
  }

  private static void add(FixedLayout.Entry field, List<Place> places) {
    Type type = field.slot().type();
    places.add(new Place(field.path(), Kind.OFFSET, field.bit() / 8, type, 0));
    if (field.isArray()) {
      places.add(new Place(field.path(), Kind.LENGTH, field.length(), type, 0));
    }
  }

  private static void collect(
      SchemaSet schemas, Node.Struct struct, List<String> path, List<Place> places) {
    if (struct.discriminants() > 0) {
      long at = struct.discriminantOffset() * 2;
      places.add(new Place(plus(path, "which"), Kind.OFFSET, at, Type.Simple.UINT16, 0));
    }
    for (Field field : struct.fields()) {
      List<String> own = plus(path, field.name());
      if (field.inUnion()) {
        places.add(new Place(own, Kind.TAG, field.discriminant(), Type.Simple.UINT16, 0));
      }
      switch (field) {
        case Field.Group group ->
            collect(schemas, schemas.node(group.typeId(), Node.Struct.class), own, places);
        case Field.Slot slot -> add(slot, own, places);
      }
    }
  }

  private static void add(Field.Slot slot, List<String> path, List<Place> places) {
    Type type = slot.type();
    if (type.pointer()) {
      places.add(new Place(path, Kind.POINTER, slot.offset(), type, 0));
    } else if (type.bits() == 1) {
      places.add(new Place(path, Kind.BIT, slot.offset(), type, bits(slot.defaultValue())));
    } else if (type.bits() > 0) {
      long at = slot.offset() * type.bits() / 8;
      places.add(new Place(path, Kind.OFFSET, at, type, bits(slot.defaultValue())));
    }
  }

  private static long bits(Value value) {
    return switch (value) {
      case Value.Bool bool -> bool.value() ? 1 : 0;
      case Value.Int number -> number.value();
      case Value.EnumValue number -> number.value();
      case Value.Float32 number -> number.bits() & 0xffff_ffffL;
      case Value.Float64 number -> number.bits();
      default -> 0;
    };
  }

  private static List<String> plus(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }
}
