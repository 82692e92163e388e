package dev.caplens.core.json;

import dev.caplens.core.dynamic.DynamicEnum;
import dev.caplens.core.dynamic.DynamicList;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicType;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.dynamic.EnumSchema;
import dev.caplens.core.dynamic.InterfaceSchema;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.form.Layout;
import dev.caplens.core.message.LimitReached;
import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.message.StructReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Encodes values as JSON and decodes them, with the annotations of `/capnp/compat/json.capnp`.
///
/// ```java
/// String json = JsonCodec.PRETTY.encode(person);
/// JsonCodec.SHORT.decode(json, message.initRoot(personSchema));
/// ```
///
/// Encoding gives the bytes of `capnp convert binary:json`, without the newline at the end.
/// Immutable; for any number of threads. A codec keeps what it learns of each type, so that one
/// codec is to be kept and used again.
public final class JsonCodec {

  /// All on one line, without spaces.
  public static final JsonCodec SHORT =
      new JsonCodec(new Settings(false, false, false, 64, Map.of(), null));

  /// Objects and arrays with long elements have a line for each.
  public static final JsonCodec PRETTY = SHORT.pretty(true);

  /// How deep a value is encoded, and the most that [#maxNesting] may be.
  public static final int MAX_DEPTH = 500;

  private static final Layout.Style SHORT_STYLE = new Layout.Style(false, ",", 0);
  private static final Layout.Style PRETTY_STYLE = new Layout.Style(true, ", ", 50);

  private final Settings settings;
  private final JsonNames names = new JsonNames();

  private record Settings(
      boolean pretty,
      boolean leaveOutDefaults,
      boolean rejectUnknown,
      int maxNesting,
      Map<Long, JsonHandler> handlers,
      @Nullable JsonHandler anyHandler) {}

  private JsonCodec(Settings settings) {
    this.settings = settings;
  }

  /// The same codec, with line breaks or without.
  public JsonCodec pretty(boolean pretty) {
    return with(pretty, settings.leaveOutDefaults, settings.rejectUnknown, settings.maxNesting);
  }

  /// The same codec that leaves out fields with their default values, or only null pointers, which
  /// is the rule. The active member of a union is always written.
  public JsonCodec leaveOutDefaults(boolean leaveOut) {
    return with(settings.pretty, leaveOut, settings.rejectUnknown, settings.maxNesting);
  }

  /// The same codec that takes names that the schema has not for errors, or skips them, which is
  /// the rule.
  public JsonCodec rejectUnknownFields(boolean reject) {
    return with(settings.pretty, settings.leaveOutDefaults, reject, settings.maxNesting);
  }

  /// The same codec with a limit for the arrays and objects within each other that are decoded; 64
  /// is the rule.
  ///
  /// @throws IllegalArgumentException if it is not within 1 to [#MAX_DEPTH]
  public JsonCodec maxNesting(int levels) {
    if (levels < 1 || levels > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "nesting: expected 1 to " + MAX_DEPTH + " levels, got " + levels);
    }
    return with(settings.pretty, settings.leaveOutDefaults, settings.rejectUnknown, levels);
  }

  /// The same codec with a form of its own for all values of a struct, enum or interface.
  ///
  /// @param typeId the id of the type, of a generic one for all its bindings
  public JsonCodec handle(long typeId, JsonHandler handler) {
    Map<Long, JsonHandler> handlers = new HashMap<>(settings.handlers);
    handlers.put(typeId, handler);
    return new JsonCodec(
        new Settings(
            settings.pretty,
            settings.leaveOutDefaults,
            settings.rejectUnknown,
            settings.maxNesting,
            Map.copyOf(handlers),
            settings.anyHandler));
  }

  /// The same codec with a form for `AnyPointer`, `AnyStruct`, `AnyList` and `Capability`, which
  /// have none otherwise.
  public JsonCodec handleAnyPointer(JsonHandler handler) {
    return new JsonCodec(
        new Settings(
            settings.pretty,
            settings.leaveOutDefaults,
            settings.rejectUnknown,
            settings.maxNesting,
            settings.handlers,
            handler));
  }

  private JsonCodec with(
      boolean pretty, boolean leaveOutDefaults, boolean rejectUnknown, int maxNesting) {
    return new JsonCodec(
        new Settings(
            pretty,
            leaveOutDefaults,
            rejectUnknown,
            maxNesting,
            settings.handlers,
            settings.anyHandler));
  }

  boolean isPretty() {
    return settings.pretty;
  }

  boolean leavesOutDefaults() {
    return settings.leaveOutDefaults;
  }

  boolean rejectsUnknownFields() {
    return settings.rejectUnknown;
  }

  JsonNames names() {
    return names;
  }

  @Nullable JsonHandler handler(DynamicType type) {
    return switch (type) {
      case StructSchema struct -> settings.handlers.get(struct.id());
      case EnumSchema enumSchema -> settings.handlers.get(enumSchema.id());
      case InterfaceSchema capability -> settings.handlers.get(capability.id());
      case DynamicType.Any any -> settings.anyHandler;
      default -> null;
    };
  }

  /// The JSON of a value. Bytes of texts that are no UTF-8 come out as replacement characters;
  /// write to a stream to keep them.
  ///
  /// @throws NoJsonForm if it holds a capability or a pointer of unknown type that has no handler
  /// @throws MalformedMessage if the message is damaged
  /// @throws LimitReached if the message is too deep or too large
  public String encode(DynamicValue value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      encode(value, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// The JSON of a struct that any lens reads.
  ///
  /// @param schema the type of the struct
  /// @throws NoJsonForm if it holds a capability or a pointer of unknown type that has no handler
  /// @throws MalformedMessage if the message is damaged
  /// @throws LimitReached if the message is too deep or too large
  public String encode(StructReader value, StructSchema schema) {
    return encode(schema.view(value));
  }

  /// Writes the JSON of a value. Only objects and arrays that may still fit on one line are held
  /// back, so that a large message takes little memory.
  ///
  /// @throws IOException if the stream throws it
  /// @throws NoJsonForm if it holds a capability or a pointer of unknown type that has no handler;
  ///   what came before it has been written
  /// @throws MalformedMessage if the message is damaged; what came before it has been written
  /// @throws LimitReached if the message is too deep or too large; what came before has been
  ///   written
  public void encode(DynamicValue value, OutputStream target) throws IOException {
    Layout layout = layout(target);
    new JsonPrinter(this, layout).print(value, typeOf(value), false);
    layout.flush();
  }

  /// The text of a JSON document.
  ///
  /// @throws LimitReached if it is nested deeper than [#MAX_DEPTH]
  public String print(JsonValue value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Layout layout = layout(bytes);
    try {
      new JsonPrinter(this, layout).print(value, false);
      layout.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Layout layout(OutputStream target) {
    return new Layout(target, settings.pretty ? PRETTY_STYLE : SHORT_STYLE);
  }

  private static @Nullable DynamicType typeOf(DynamicValue value) {
    return switch (value) {
      case DynamicStruct.Reader struct -> struct.schema();
      case DynamicEnum enumerant -> enumerant.schema();
      case DynamicList.Reader list -> list.schema();
      default -> null;
    };
  }

  /// Reads a JSON document.
  ///
  /// @throws MalformedJson if the text is not exactly one document
  public JsonValue parse(byte[] json) {
    return JsonParser.parse(json, settings.maxNesting);
  }

  /// Reads one object into a builder. Fields that it does not name keep their values; of a name
  /// that repeats, the last counts.
  ///
  /// @throws MalformedJson if the text is not exactly one object, or one that does not fit the
  ///   type; what came before has been set then
  /// @throws NoJsonForm if it names a capability or a pointer of unknown type that has no handler
  public void decode(byte[] json, DynamicStruct.Builder target) {
    decode(parse(json), target);
  }

  /// Reads one object into a builder; see [#decode(byte[], DynamicStruct.Builder)].
  public void decode(String json, DynamicStruct.Builder target) {
    decode(json.getBytes(StandardCharsets.UTF_8), target);
  }

  /// Sets a builder to an object; see [#decode(byte[], DynamicStruct.Builder)].
  public void decode(JsonValue json, DynamicStruct.Builder target) {
    new JsonReader(this).read(json, target);
  }
}
