package dev.caplens.core.json;

import dev.caplens.core.dynamic.DynamicValue;
import org.jspecify.annotations.Nullable;

/// A JSON form of one's own for the values of a type. A codec calls it on the thread that encodes
/// or decodes, so any number of threads may call it at once. What it throws comes out of the codec.
public interface JsonHandler {

  /// The form of a value.
  JsonValue encode(DynamicValue value);

  /// The value of a form, as [dev.caplens.core.dynamic.DynamicStruct.Builder#set(String, Object)]
  /// takes it: a number, a `CharSequence`, a `Map` from names to values, null for a null pointer.
  @Nullable Object decode(JsonValue json);
}
