package dev.caplens.core.json;

import dev.caplens.core.dynamic.DynamicValue;
import org.jspecify.annotations.Nullable;

/// A JSON form of one's own for the values of a type.
public interface JsonHandler {

  /// The form of a value.
  JsonValue encode(DynamicValue value);

  /// The value of a form, as [DynamicStruct.Builder#set] takes it: a number, a `CharSequence`, a
  /// `Map` from names to values, null for a null pointer.
  @Nullable Object decode(JsonValue json);
}
