package dev.caplens.core.json;

import dev.caplens.core.dynamic.DynamicList;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicType;
import dev.caplens.core.dynamic.EnumSchema;
import dev.caplens.core.dynamic.InterfaceSchema;
import dev.caplens.core.dynamic.ListSchema;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.form.Target;
import dev.caplens.core.json.StructNames.FieldForm;
import dev.caplens.core.schema.Type;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/// Sets values to what JSON says.
final class JsonReader {

  private final JsonCodec codec;

  /// The members and indexes down to the value in work, for the text of errors.
  private final Deque<Object> path = new ArrayDeque<>();

  JsonReader(JsonCodec codec) {
    this.codec = codec;
  }

  void read(JsonValue json, DynamicStruct.Builder target) {
    try {
      struct(json, target);
    } catch (IllegalArgumentException e) {
      // What a handler gave does not fit, or is too large.
      throw malformed(String.valueOf(e.getMessage()));
    }
  }

  private void struct(JsonValue json, DynamicStruct.Builder target) {
    if (!(json instanceof JsonValue.Object(List<JsonValue.Member> members))) {
      throw unfit("an object", json);
    }
    new ObjectReader(this, target, codec.names().of(target.schema())).read(members);
  }

  void member(JsonValue.Member member, FieldForm form, DynamicStruct.Builder target) {
    path.addLast(member.name());
    Target field = new Target.OfField(target, form.field());
    switch (form.dataForm()) {
      case NUMBERS -> value(member.value(), field);
      case BASE64 -> field.data(base64(member.value()));
      case HEX -> field.data(hex(member.value()));
    }
    path.removeLast();
  }

  private void value(JsonValue json, Target target) {
    DynamicType type = target.type();
    JsonHandler handler = codec.handler(type);
    if (handler != null) {
      target.set(handler.decode(json));
      return;
    }
    switch (type) {
      case DynamicType.Plain plain -> plain(json, plain.kind(), target);
      case EnumSchema enumSchema -> target.set(number(json, enumSchema));
      case ListSchema list -> list(json, target);
      case StructSchema struct -> {
        if (!(json instanceof JsonValue.Object)) {
          throw unfit("an object", json);
        }
        struct(json, target.struct());
      }
      case InterfaceSchema capability -> throw at(JsonPrinter.noForm("a capability", "decode"));
      case DynamicType.Any any ->
          throw at(JsonPrinter.noForm("a pointer of unknown type", "decode"));
    }
  }

  private void plain(JsonValue json, Type.Simple kind, Target target) {
    switch (kind) {
      case VOID -> target.set(null);
      case BOOL -> {
        if (!(json instanceof JsonValue.Bool(boolean value))) {
          throw unfit("true or false", json);
        }
        target.set(value);
      }
      case FLOAT32 -> target.set((float) real(json));
      case FLOAT64 -> target.set(real(json));
      case TEXT -> {
        if (!(json instanceof JsonValue.Text(byte[] bytes))) {
          throw unfit("a string", json);
        }
        target.text(bytes);
      }
      case DATA -> target.data(bytes(json));
      default -> {
        BigInteger value = JsonNumbers.whole(json);
        if (value == null || !JsonNumbers.fits(kind, value)) {
          throw unfit("a whole number in the range of " + kind.schemaName(), json);
        }
        target.set(JsonNumbers.integer(kind, value));
      }
    }
  }

  private double real(JsonValue json) {
    Double value = JsonNumbers.real(json);
    if (value == null) {
      throw unfit("a number, or one as a string", json);
    }
    return value;
  }

  private int number(JsonValue json, EnumSchema type) {
    Integer number = null;
    if (json instanceof JsonValue.Text text) {
      number = codec.names().of(type).byName().get(text.characters());
    } else if (json instanceof JsonValue.Number) {
      BigInteger value = JsonNumbers.whole(json);
      number =
          value != null && JsonNumbers.fits(Type.Simple.UINT16, value) ? value.intValue() : null;
    }
    if (number == null) {
      throw unfit("the name of a value of " + type.name() + " or a number to 65535", json);
    }
    return number;
  }

  private byte[] bytes(JsonValue json) {
    if (!(json instanceof JsonValue.Array(List<JsonValue> elements))) {
      throw unfit("an array of numbers", json);
    }
    byte[] bytes = new byte[elements.size()];
    for (int i = 0; i < bytes.length; i++) {
      BigInteger value =
          elements.get(i) instanceof JsonValue.Number ? JsonNumbers.whole(elements.get(i)) : null;
      if (value == null || !JsonNumbers.fits(Type.Simple.UINT8, value)) {
        path.addLast(i);
        throw unfit("a whole number from 0 to 255", elements.get(i));
      }
      bytes[i] = value.byteValue();
    }
    return bytes;
  }

  private byte[] base64(JsonValue json) {
    try {
      return Base64.getDecoder().decode(string(json).replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw unfit("Base64", json);
    }
  }

  private byte[] hex(JsonValue json) {
    try {
      return HexFormat.of().parseHex(string(json));
    } catch (IllegalArgumentException e) {
      throw unfit("pairs of hexadecimal digits", json);
    }
  }

  private String string(JsonValue json) {
    if (!(json instanceof JsonValue.Text text)) {
      throw unfit("a string", json);
    }
    return text.characters();
  }

  private void list(JsonValue json, Target target) {
    if (!(json instanceof JsonValue.Array(List<JsonValue> elements))) {
      throw unfit("an array", json);
    }
    DynamicList.Builder list = target.list(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      path.addLast(i);
      value(elements.get(i), new Target.OfElement(list, i));
      path.removeLast();
    }
  }

  MalformedJson unfit(String expected, JsonValue got) {
    String found =
        switch (got) {
          case JsonValue.Null none -> "null";
          case JsonValue.Bool(boolean value) -> String.valueOf(value);
          case JsonValue.Number(String digits) -> shortened(digits);
          case JsonValue.Text text -> '"' + shortened(text.characters()) + '"';
          case JsonValue.Array array -> "an array";
          case JsonValue.Object object -> "an object";
        };
    return malformed("expected " + expected + ", got " + found);
  }

  MalformedJson malformed(String what) {
    return new MalformedJson("JSON value " + where() + ": " + what);
  }

  private NoJsonForm at(NoJsonForm cause) {
    return new NoJsonForm("JSON value " + where() + ": " + cause.getMessage());
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  private String where() {
    StringBuilder text = new StringBuilder("$");
    for (Iterator<Object> i = path.iterator(); i.hasNext(); ) {
      Object step = i.next();
      text.append(step instanceof Integer ? "[" + step + "]" : "." + step);
    }
    return text.toString();
  }

  boolean rejectsUnknownFields() {
    return codec.rejectsUnknownFields();
  }
}
