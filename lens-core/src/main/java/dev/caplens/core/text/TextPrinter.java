package dev.caplens.core.text;

import dev.caplens.core.dynamic.DynamicCapability;
import dev.caplens.core.dynamic.DynamicEnum;
import dev.caplens.core.dynamic.DynamicList;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.dynamic.StructField;
import dev.caplens.core.form.Decimals;
import dev.caplens.core.form.Layout;
import dev.caplens.core.message.LimitReached;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Prints one value.
final class TextPrinter {

  /// The most bytes of all fields of a struct that share a line.
  private static final int LONGEST_RECORD = 64;

  private final Layout out;

  TextPrinter(Layout out) {
    this.out = out;
  }

  void print(DynamicValue value) throws IOException {
    print(value, false);
  }

  /// @param prefixed whether the name of a field stands before the value
  void print(DynamicValue value, boolean prefixed) throws IOException {
    switch (value) {
      case DynamicValue.Void none -> out.put("void");
      case DynamicValue.Bool(boolean bool) -> out.put(bool ? "true" : "false");
      case DynamicValue.Int(long number) -> out.put(Long.toString(number));
      case DynamicValue.UInt(long number) -> out.put(Long.toUnsignedString(number));
      case DynamicValue.Float32(float number) -> out.put(Decimals.of(number));
      case DynamicValue.Float64(double number) -> out.put(Decimals.of(number));
      case DynamicValue.Text text -> quote(text.value().toByteArray(), false);
      case DynamicValue.Data data -> quote(data.value().toByteArray(), true);
      case DynamicEnum enumerant -> out.put(enumerant.toString());
      case DynamicList.Reader list -> list(list, prefixed);
      case DynamicStruct.Reader struct -> struct(struct, prefixed);
      case DynamicCapability capability -> out.put("<external capability>");
      case DynamicValue.Any any -> any(any, prefixed);
    }
  }

  private void any(DynamicValue.Any any, boolean prefixed) throws IOException {
    if (any.argument().isEmpty()) {
      out.put("<opaque pointer>");
    } else {
      new ArgumentPrinter(this, out).print(any.value().as(any.argument().get()), prefixed);
    }
  }

  void openList(boolean prefixed) throws IOException {
    open('[', prefixed, Integer.MAX_VALUE);
  }

  private void list(DynamicList.Reader list, boolean prefixed) throws IOException {
    openList(prefixed);
    for (int i = 0; i < list.size(); i++) {
      out.next();
      print(list.get(i), false);
    }
    out.close(']');
  }

  /// The active member of the union stands among the other fields by its place in the schema.
  private void struct(DynamicStruct.Reader struct, boolean prefixed) throws IOException {
    open('(', prefixed, LONGEST_RECORD);
    StructField active = active(struct);
    for (StructField field : struct.schema().fields()) {
      if (field.inUnion() ? field == active : struct.has(field)) {
        out.next();
        out.put(field.name());
        out.put(" = ");
        print(struct.get(field), true);
      }
    }
    out.close(')');
  }

  /// The member of the union to print: not the first one where it is a null pointer.
  private static @Nullable StructField active(DynamicStruct.Reader struct) {
    StructField active = struct.which().orElse(null);
    boolean silent =
        active != null && active.declaration().discriminant() == 0 && !struct.has(active);
    return silent ? null : active;
  }

  private void open(char bracket, boolean prefixed, int longestTotal) throws IOException {
    if (out.depth() == TextFormat.MAX_DEPTH) {
      throw new LimitReached(
          "nesting: expected at most "
              + TextFormat.MAX_DEPTH
              + " levels of structs and lists to print, got more; set a nesting limit below that"
              + " for messages of strangers");
    }
    out.open(bracket, prefixed, longestTotal);
  }

  private void quote(byte[] bytes, boolean binary) throws IOException {
    out.put('"');
    int plain = 0;
    for (int i = 0; i < bytes.length; i++) {
      String escape = escape(bytes[i], binary);
      if (escape != null) {
        out.put(bytes, plain, i);
        out.put(escape);
        plain = i + 1;
      }
    }
    out.put(bytes, plain, bytes.length);
    out.put('"');
  }

  /// What stands for a byte that cannot stand for itself. Bytes of text above ASCII can, UTF-8 or
  /// not.
  private static @Nullable String escape(byte b, boolean binary) {
    return switch (b) {
      case 0x07 -> "\\a";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case 0x0b -> "\\v";
      case '\'' -> "\\'";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> isPlain(b, binary) ? null : octal(b & 0xff);
    };
  }

  private static boolean isPlain(byte b, boolean binary) {
    return b < 0 ? !binary : b >= ' ' && b != 0x7f;
  }

  private static String octal(int b) {
    return "\\" + (b >> 6) + (b >> 3 & 7) + (b & 7);
  }
}
