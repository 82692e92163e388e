package dev.caplens.core.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Looks whether the fields of structs and groups have places that are theirs.
final class StructValidation {
  /// Nobody nests groups so deep; what reads, writes and clears groups goes down with them.
  private static final int DEEPEST_GROUP = 200;

  private final Map<Long, Node> nodes;
  private final Problems problems;
  private final TypeValidation types;

  /// Which field has a group, by the group's id.
  private final Map<Long, String> owners = new HashMap<>();

  StructValidation(Map<Long, Node> nodes, Problems problems, TypeValidation types) {
    this.nodes = nodes;
    this.problems = problems;
    this.types = types;
  }

  /// Each field by itself.
  void check(Node.Struct struct) {
    Validation.members(struct, struct.fields().stream().map(Field::member).toList(), problems);
    union(struct);
    ordinals(struct);
    for (Field field : struct.fields()) {
      switch (field) {
        case Field.Slot slot -> slot(struct, slot);
        case Field.Group group -> group(struct, group);
      }
    }
  }

  /// That fields outside of unions share no bits.
  void checkPlaces() {
    for (Node node : nodes.values()) {
      if (node instanceof Node.Struct struct && !struct.group()) {
        places(struct, 0);
      }
    }
  }

  private void union(Node.Struct struct) {
    int members = struct.discriminants();
    if (members > 0 && (struct.discriminantOffset() + 1) * 16 > struct.dataWords() * 64L) {
      problems.add(
          struct,
          "discriminant at byte %d: expected it within the data section of %d bytes",
          struct.discriminantOffset() * 2,
          struct.dataWords() * 8);
    }
    Set<Integer> seen = new HashSet<>();
    for (Field field : struct.fields()) {
      if (field.inUnion() && (field.discriminant() >= members || !seen.add(field.discriminant()))) {
        problems.add(
            struct,
            "%s: expected a discriminant of its own below %d, got %d",
            field.name(),
            members,
            field.discriminant());
      }
    }
    if (members == 1 || members != seen.size()) {
      problems.add(
          struct,
          "expected a union of no or at least two members, each a field; got %d for %d fields",
          members,
          seen.size());
    }
  }

  private void ordinals(Node.Struct struct) {
    int next = 0;
    for (Field field : struct.fields()) {
      if (field.ordinal() >= 0 && field.ordinal() < next) {
        problems.add(
            struct,
            "%s: expected fields in the order of their ordinals, got @%d behind @%d",
            field.name(),
            field.ordinal(),
            next - 1);
      }
      next = Math.max(next, field.ordinal() + 1);
    }
  }

  private void slot(Node.Struct struct, Field.Slot slot) {
    types.value(struct, slot.name(), slot.type(), slot.defaultValue());
    boolean pointer = slot.type().pointer();
    boolean within =
        pointer
            ? slot.offset() < struct.pointers()
            : (slot.offset() + 1) * slot.type().bits() <= struct.dataWords() * 64L;
    if (!within) {
      problems.add(
          struct,
          "%s: expected a place within %d data words and %d pointers, got %s %d of %s",
          slot.name(),
          struct.dataWords(),
          struct.pointers(),
          pointer ? "pointer" : "place",
          slot.offset(),
          pointer ? "them" : slot.type().bits() + " bits");
    }
  }

  private void group(Node.Struct struct, Field.Group field) {
    String other = owners.putIfAbsent(field.typeId(), field.name());
    if (other != null) {
      problems.add(
          struct, "%s: expected a group of its own, got that of \"%s\"", field.name(), other);
    }
    switch (nodes.get(field.typeId())) {
      case null ->
          problems.add(
              struct,
              "%s: the node of the group, @0x%016x, is missing; add it to the request",
              field.name(),
              field.typeId());
      case Node.Struct group when group.group() && group.declaration().scopeId() == struct.id() -> {
        if (group.dataWords() != struct.dataWords() || group.pointers() != struct.pointers()) {
          problems.add(
              struct,
              "%s: expected a group with the sections of its struct, got %d data words and %d pointers",
              field.name(),
              group.dataWords(),
              group.pointers());
        }
      }
      case Node node ->
          problems.add(
              struct,
              "%s: expected a group of this struct, got %s",
              field.name(),
              node.declaration().displayName());
    }
  }

  /// What the fields of a struct or group take. The members of a union may share bits with each
  /// other, with nothing else.
  private Places places(Node.Struct struct, int depth) {
    if (depth == DEEPEST_GROUP) {
      problems.add(struct, "expected groups at most %d deep", DEEPEST_GROUP);
      return new Places();
    }
    Places common = new Places();
    Places union = new Places();
    if (struct.discriminants() > 0) {
      common.add(Places.ofDiscriminant(struct));
    }
    for (Field field : struct.fields()) {
      if (!field.inUnion()) {
        addAlone(struct, field, places(field, depth), common);
      }
    }
    for (Field field : struct.fields()) {
      if (field.inUnion()) {
        Places member = places(field, depth);
        if (common.meets(member)) {
          overlap(struct, field);
        }
        union.add(member);
      }
    }
    common.add(union);
    return common;
  }

  private void addAlone(Node.Struct struct, Field field, Places places, Places taken) {
    if (taken.meets(places)) {
      overlap(struct, field);
    }
    taken.add(places);
  }

  private Places places(Field field, int depth) {
    return switch (field) {
      case Field.Slot slot -> Places.of(slot);
      case Field.Group group ->
          nodes.get(group.typeId()) instanceof Node.Struct inner && inner.group()
              ? places(inner, depth + 1)
              : new Places();
    };
  }

  private void overlap(Node.Struct struct, Field field) {
    problems.add(
        struct,
        "%s: expected a place of its own, got one that a field or discriminant outside of its union has",
        field.name());
  }
}
