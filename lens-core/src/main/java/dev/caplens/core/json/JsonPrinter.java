package dev.caplens.core.json;

import dev.caplens.core.dynamic.DynamicCapability;
import dev.caplens.core.dynamic.DynamicEnum;
import dev.caplens.core.dynamic.DynamicList;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicType;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.form.Layout;
import dev.caplens.core.json.StructMembers.Member;
import dev.caplens.core.message.LimitReached;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints one value.
final class JsonPrinter {

  private final JsonCodec codec;
  private final Layout out;
  private final StructMembers members;
  private final byte[] colon;
  private int depth;

  JsonPrinter(JsonCodec codec, Layout out) {
    this.codec = codec;
    this.out = out;
    this.members = new StructMembers(codec);
    this.colon = (codec.isPretty() ? ": " : ":").getBytes(StandardCharsets.US_ASCII);
  }

  /// @param prefixed whether the name of a member stands before the value
  void print(JsonValue value, boolean prefixed) throws IOException {
    switch (value) {
      case JsonValue.Null none -> out.put("null");
      case JsonValue.Bool(boolean bool) -> out.put(bool ? "true" : "false");
      case JsonValue.Number(String digits) -> out.put(digits);
      case JsonValue.Text(byte[] bytes) -> quote(bytes);
      case JsonValue.Array(List<JsonValue> elements) -> {
        open('[', elements.size(), prefixed);
        for (JsonValue element : elements) {
          next(elements.size());
          print(element, false);
        }
        close(']', elements.size());
      }
      case JsonValue.Object(List<JsonValue.Member> all) -> {
        open('{', all.size(), prefixed);
        for (JsonValue.Member member : all) {
          next(all.size());
          name(member.name());
          print(member.value(), true);
        }
        close('}', all.size());
      }
    }
  }

  /// @param type its type, which says whether a handler is due; null where it is not known
  void print(DynamicValue value, @Nullable DynamicType type, boolean prefixed) throws IOException {
    JsonHandler handler = type == null ? null : codec.handler(type);
    if (handler != null) {
      print(handler.encode(value), prefixed);
      return;
    }
    switch (value) {
      case DynamicValue.Void none -> out.put("null");
      case DynamicValue.Bool(boolean bool) -> out.put(bool ? "true" : "false");
      case DynamicValue.Int(long number) -> integer(Long.toString(number), type);
      case DynamicValue.UInt(long number) -> integer(Long.toUnsignedString(number), type);
      case DynamicValue.Float32(float number) -> print(JsonNumbers.form(number), prefixed);
      case DynamicValue.Float64(double number) -> print(JsonNumbers.form(number), prefixed);
      case DynamicValue.Text text -> quote(text.value().toByteArray());
      case DynamicValue.Data data -> data(data.value().toByteArray(), prefixed);
      case DynamicEnum enumerant -> print(form(enumerant), prefixed);
      case DynamicList.Reader list -> list(list, prefixed);
      case DynamicStruct.Reader struct -> struct(struct, prefixed);
      case DynamicCapability capability -> throw noForm("a capability", "encode");
      case DynamicValue.Any any -> throw noForm("a pointer of unknown type", "encode");
    }
  }

  static NoJsonForm noForm(String what, String action) {
    return new NoJsonForm(
        "cannot %s %s as JSON; give the codec a handler for the type".formatted(action, what));
  }

  /// Integers of 64 bits are strings, since JSON readers take numbers for doubles.
  private void integer(String digits, @Nullable DynamicType type) throws IOException {
    boolean wide = type instanceof DynamicType.Plain plain && plain.kind().bits() == 64;
    out.put(wide ? '"' + digits + '"' : digits);
  }

  private JsonValue form(DynamicEnum value) {
    List<String> names = codec.names().of(value.schema()).byNumber();
    return value.number() < names.size()
        ? JsonValue.Text.of(names.get(value.number()))
        : JsonValue.Number.of((long) value.number());
  }

  private void data(byte[] bytes, boolean prefixed) throws IOException {
    open('[', bytes.length, prefixed);
    for (byte b : bytes) {
      next(bytes.length);
      out.put(Integer.toString(b & 0xff));
    }
    close(']', bytes.length);
  }

  private void list(DynamicList.Reader list, boolean prefixed) throws IOException {
    DynamicType element = list.schema().element();
    open('[', list.size(), prefixed);
    for (int i = 0; i < list.size(); i++) {
      next(list.size());
      print(list.get(i), element, false);
    }
    close(']', list.size());
  }

  private void struct(DynamicStruct.Reader struct, boolean prefixed) throws IOException {
    List<Member> all = members.of(struct);
    open('{', all.size(), prefixed);
    for (Member member : all) {
      next(all.size());
      name(member.name());
      switch (member) {
        case Member.Ready(String name, JsonValue value) -> print(value, true);
        case Member.Value(String name, DynamicValue value, DynamicType type) ->
            print(value, type, true);
      }
    }
    close('}', all.size());
  }

  private void name(String name) throws IOException {
    quote(name.getBytes(StandardCharsets.UTF_8));
    out.put(colon);
  }

  /// A list of one item is never broken, nor does it indent what is in it.
  private void open(char bracket, int items, boolean prefixed) throws IOException {
    if (++depth > JsonCodec.MAX_DEPTH) {
      throw new LimitReached(
          "nesting: expected at most "
              + JsonCodec.MAX_DEPTH
              + " levels of structs and lists to print, got more; set a nesting limit below that"
              + " for messages of strangers");
    }
    if (items > 1) {
      out.open(bracket, prefixed, Integer.MAX_VALUE);
    } else {
      out.put(bracket);
    }
  }

  private void next(int items) throws IOException {
    if (items > 1) {
      out.next();
    }
  }

  private void close(char bracket, int items) throws IOException {
    depth--;
    if (items > 1) {
      out.close(bracket);
    } else {
      out.put(bracket);
    }
  }

  private void quote(byte[] bytes) throws IOException {
    out.put('"');
    int plain = 0;
    for (int i = 0; i < bytes.length; i++) {
      String escape = escape(bytes[i]);
      if (escape != null) {
        out.put(bytes, plain, i);
        out.put(escape);
        plain = i + 1;
      }
    }
    out.put(bytes, plain, bytes.length);
    out.put('"');
  }

  private static @Nullable String escape(byte b) {
    return switch (b) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> b >= 0 && b < ' ' ? "\\u%04x".formatted(b) : null;
    };
  }
}
