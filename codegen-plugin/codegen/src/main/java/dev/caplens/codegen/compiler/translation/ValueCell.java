package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.schema.Value;

/// A place for a value that may be known only later.
final class ValueCell {

  private Value value;

  ValueCell(Type type) {
    this.value = Value.zero(type);
  }

  Value value() {
    return value;
  }

  void set(Value known) {
    this.value = known;
  }
}
