package dev.caplens.core.text;

import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicValue;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The text format of values, in one of two styles.
///
/// ```
/// (name = "Ada", phones = [(number = "555-1212", type = mobile)], employment = (school = "MIT"))
/// ```
///
/// Printing gives the bytes of `capnp decode`, without the newline at the end; reading takes what
/// `capnp encode` takes. Immutable; for any number of threads.
public enum TextFormat {

  /// All on one line, as `capnp decode --short` prints it.
  SHORT(new Layout.Style(false, ", ", 0)),

  /// Long lists and structs with a line for each item, as `capnp decode` prints them.
  PRETTY(new Layout.Style(true, ", ", TextFormat.LONGEST_ITEM));

  /// How deep parentheses and brackets of a text may be nested, and how deep a value is printed.
  public static final int MAX_DEPTH = 500;

  /// The most bytes of an item that shares its line with others.
  private static final int LONGEST_ITEM = 24;

  private final Layout.Style style;

  TextFormat(Layout.Style style) {
    this.style = style;
  }

  /// The text of a value. Bytes of texts that are no UTF-8 come out as replacement characters;
  /// write to a stream to keep them.
  ///
  /// @throws MalformedMessage if the message is damaged
  /// @throws LimitReached if the message is too deep or too large
  public String print(DynamicValue value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      print(value, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// The text of a struct that any lens reads.
  ///
  /// @param schema the type of the struct
  /// @throws MalformedMessage if the message is damaged
  /// @throws LimitReached if the message is too deep or too large
  public String print(StructReader value, StructSchema schema) {
    return print(schema.view(value));
  }

  /// Writes the text of a value. Only lists and structs that may still fit on one line are held
  /// back, so that a large message takes little memory.
  ///
  /// @throws IOException if the stream throws it
  /// @throws MalformedMessage if the message is damaged; what came before it has been written
  /// @throws LimitReached if the message is too deep or too large; what came before has been
  ///   written
  public void print(DynamicValue value, OutputStream target) throws IOException {
    Layout layout = new Layout(target, style);
    new TextPrinter(layout).print(value);
    layout.flush();
  }

  /// Reads one struct into a builder. Fields that the text does not name keep their values.
  ///
  /// @param text UTF-8; names are ASCII
  /// @throws MalformedText if the text is not a struct of the builder's type; all that is right has
  ///   been set then
  public static void read(byte[] text, DynamicStruct.Builder target) {
    List<TextProblem> problems = new ArrayList<>();
    read(text, target, problems::add);
    if (!problems.isEmpty()) {
      throw new MalformedText(problems);
    }
  }

  /// Reads one struct into a builder; see [#read(byte[], DynamicStruct.Builder)].
  ///
  /// @throws MalformedText if the text is not a struct of the builder's type
  public static void read(String text, DynamicStruct.Builder target) {
    read(text.getBytes(StandardCharsets.UTF_8), target);
  }

  /// Reads one struct into a builder and goes on behind what is wrong, as the reference does: a
  /// field whose value is wrong keeps its default, an element too, and a number that is out of
  /// range becomes the nearest one.
  ///
  /// @param problems takes what is wrong
  public static void read(
      byte[] text, DynamicStruct.Builder target, Consumer<TextProblem> problems) {
    new TextReader(text, problems).read(target);
  }
}
