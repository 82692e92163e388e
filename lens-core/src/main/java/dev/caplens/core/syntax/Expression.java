package dev.caplens.core.syntax;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A type, a value or a name, as written. Which of them it is shows only where it is used.
///
/// `toString` gives the expression back as source text, for error messages.
public sealed interface Expression extends Span {

  /// What did not parse; its error has been reported.
  record Unknown(int start, int end) implements Expression {

    @Override
    public String toString() {
      return "<parse error>";
    }
  }

  record PositiveInteger(long value, int start, int end) implements Expression {

    @Override
    public String toString() {
      return Long.toUnsignedString(value);
    }
  }

  /// A minus sign and a number; `value` is the number without the sign.
  record NegativeInteger(long value, int start, int end) implements Expression {

    @Override
    public String toString() {
      return "-" + Long.toUnsignedString(value);
    }
  }

  record Decimal(double value, int start, int end) implements Expression {

    @Override
    public String toString() {
      return Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Double.toString(value);
    }
  }

  record Text(byte[] bytes, int start, int end) implements Expression {

    @Override
    public String toString() {
      return quote(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  record Binary(byte[] bytes, int start, int end) implements Expression {

    @Override
    public String toString() {
      return "0x" + quote(HexFormat.ofDelimiter(" ").formatHex(bytes));
    }
  }

  record ListLiteral(List<Expression> elements, int start, int end) implements Expression {

    @Override
    public String toString() {
      return join("[ ", elements, " ]");
    }
  }

  record Tuple(List<Parameter> members, int start, int end) implements Expression {

    @Override
    public String toString() {
      return join("( ", members, " )");
    }
  }

  record RelativeName(Name name) implements Expression {

    @Override
    public int start() {
      return name.start();
    }

    @Override
    public int end() {
      return name.end();
    }

    @Override
    public String toString() {
      return name.text();
    }
  }

  /// `.name`: looked up at the top of the file.
  record AbsoluteName(Name name, int start, int end) implements Expression {

    @Override
    public String toString() {
      return "." + name.text();
    }
  }

  record Import(Name path, int start, int end) implements Expression {

    @Override
    public String toString() {
      return "import " + quote(path.text());
    }
  }

  record Embed(Name path, int start, int end) implements Expression {

    @Override
    public String toString() {
      return "embed " + quote(path.text());
    }
  }

  /// `function(parameters)`.
  record Application(Expression function, List<Parameter> parameters, int start, int end)
      implements Expression {

    @Override
    public String toString() {
      return function + join("(( ", parameters, " ))");
    }
  }

  /// `parent.name`.
  record Member(Expression parent, Name name, int start, int end) implements Expression {

    @Override
    public String toString() {
      return parent + "." + name.text();
    }
  }

  /// One member of a tuple or of a list of parameters.
  record Parameter(@Nullable Name name, Expression value) {

    @Override
    public String toString() {
      return name == null ? value.toString() : name.text() + " = " + value;
    }
  }

  private static String join(String open, List<?> items, String close) {
    return items.stream().map(Object::toString).collect(Collectors.joining(", ", open, close));
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
