package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import java.util.LinkedHashSet;
import java.util.Set;

/// The statements that bring all fields of a group to their defaults, which are stored as zeros.
final class GroupReset {
  private final SchemaSet schemas;
  private final Set<String> statements = new LinkedHashSet<>();

  private GroupReset(SchemaSet schemas) {
    this.schemas = schemas;
  }

  /// One statement per place; members of a union that share a place are reset once.
  static Set<String> of(SchemaSet schemas, Field.Group group) {
    GroupReset reset = new GroupReset(schemas);
    reset.add(group);
    return reset.statements;
  }

  private void add(Field.Group group) {
    Node.Struct struct = schemas.node(group.typeId(), Node.Struct.class);
    if (struct.discriminants() > 0) {
      statements.add("setInt16(" + struct.discriminantOffset() + ", (short) 0);");
    }
    for (Field field : struct.fields()) {
      switch (field) {
        case Field.Group inner -> add(inner);
        case Field.Slot slot -> add(slot.type(), slot.offset());
      }
    }
  }

  private void add(Type type, long offset) {
    switch (type.bits()) {
      case -1 -> statements.add("clearPointer(" + offset + ");");
      case 1 -> statements.add("setBool(" + offset + ", false);");
      case 8 -> statements.add("setInt8(" + offset + ", (byte) 0);");
      case 16 -> statements.add("setInt16(" + offset + ", (short) 0);");
      case 32 -> statements.add("setInt32(" + offset + ", 0);");
      case 64 -> statements.add("setInt64(" + offset + ", 0);");
      default -> {}
    }
  }
}
