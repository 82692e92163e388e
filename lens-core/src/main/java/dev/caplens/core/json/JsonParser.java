package dev.caplens.core.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads one JSON document, with the leniency of the reference: control characters may stand in
/// strings, digits may be missing behind a number's point. No comments, no commas at the end.
final class JsonParser {

  private final byte[] text;
  private final int maxNesting;
  private int at;
  private int nesting;

  private JsonParser(byte[] text, int maxNesting) {
    this.text = text;
    this.maxNesting = maxNesting;
  }

  /// @throws MalformedJson if the text is not exactly one document
  static JsonValue parse(byte[] text, int maxNesting) {
    JsonParser parser = new JsonParser(text, maxNesting);
    JsonValue value = parser.value();
    parser.skipSpace();
    if (parser.at < text.length) {
      throw parser.expected("the end of the input");
    }
    return value;
  }

  private JsonValue value() {
    skipSpace();
    return switch (peek()) {
      case 'n' -> word("null", JsonValue.NULL);
      case 't' -> word("true", new JsonValue.Bool(true));
      case 'f' -> word("false", new JsonValue.Bool(false));
      case '"' -> new JsonValue.Text(string());
      case '[' -> array();
      case '{' -> object();
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw expected("a value");
    };
  }

  private JsonValue word(String word, JsonValue value) {
    for (int i = 0; i < word.length(); i++) {
      if (peek() != word.charAt(i)) {
        throw expected('"' + word + '"');
      }
      at++;
    }
    return value;
  }

  private JsonValue array() {
    enter();
    List<JsonValue> elements = new ArrayList<>();
    while (more(']', elements.isEmpty())) {
      elements.add(value());
    }
    return new JsonValue.Array(elements);
  }

  private JsonValue object() {
    enter();
    List<JsonValue.Member> members = new ArrayList<>();
    while (more('}', members.isEmpty())) {
      if (peek() != '"') {
        throw expected("the name of a member in double quotes");
      }
      String name = new String(string(), StandardCharsets.UTF_8);
      skipSpace();
      take(':');
      members.add(new JsonValue.Member(name, value()));
    }
    return new JsonValue.Object(members);
  }

  private void enter() {
    if (++nesting > maxNesting) {
      throw malformed(
          "expected at most "
              + maxNesting
              + " arrays and objects within each other, got more; raise the codec's maxNesting");
    }
    at++;
  }

  /// Whether another element follows; if not, the closing bracket has been taken.
  private boolean more(char close, boolean first) {
    skipSpace();
    if (peek() == close) {
      at++;
      nesting--;
      return false;
    }
    if (!first) {
      take(',');
      skipSpace();
      if (peek() == close) {
        throw expected("another element behind the comma");
      }
    }
    return true;
  }

  private JsonValue number() {
    int start = at;
    accept('-');
    if (!accept('0') && !digits()) {
      throw expected("a digit");
    }
    if (accept('.')) {
      digits();
    }
    if (accept('e') || accept('E')) {
      if (!accept('+')) {
        accept('-');
      }
      if (!digits()) {
        throw expected("a digit");
      }
    }
    return new JsonValue.Number(new String(text, start, at - start, StandardCharsets.US_ASCII));
  }

  private boolean digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return at > start;
  }

  private byte[] string() {
    at++;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (; ; ) {
      int start = at;
      while (peek() != '"' && peek() != '\\') {
        if (at == text.length) {
          throw expected("a closing double quote");
        }
        at++;
      }
      out.write(text, start, at - start);
      if (accept('"')) {
        return out.toByteArray();
      }
      at++;
      out.writeBytes(escape().getBytes(StandardCharsets.UTF_8));
    }
  }

  private String escape() {
    int plain = "\"\\/bfnrt".indexOf(peek());
    if (peek() >= 0 && plain >= 0) {
      at++;
      return String.valueOf("\"\\/\b\f\n\r\t".charAt(plain));
    }
    if (!accept('u')) {
      throw expected("one of \"\\/bfnrtu behind a backslash");
    }
    char first = hex();
    if (!Character.isSurrogate(first)) {
      return String.valueOf(first);
    }
    int behindFirst = at;
    if (Character.isHighSurrogate(first) && accept('\\') && accept('u')) {
      char second = hex();
      if (Character.isLowSurrogate(second)) {
        return new String(new char[] {first, second});
      }
    }
    at = behindFirst;
    return "\ufffd";
  }

  private char hex() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = peek() < 0 ? -1 : Character.digit(peek(), 16);
      if (digit < 0) {
        throw expected("four hexadecimal digits behind \\u");
      }
      value = value << 4 | digit;
      at++;
    }
    return (char) value;
  }

  private int peek() {
    return at < text.length ? text[at] & 0xff : -1;
  }

  private boolean accept(char expected) {
    if (peek() != expected) {
      return false;
    }
    at++;
    return true;
  }

  private void take(char expected) {
    if (!accept(expected)) {
      throw expected("'" + expected + "'");
    }
  }

  private void skipSpace() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
      at++;
    }
  }

  private MalformedJson expected(String expected) {
    int got = peek();
    String found =
        got < 0
            ? "the end of the input"
            : got > ' ' && got < 0x7f ? "'" + (char) got + "'" : "the byte 0x%02x".formatted(got);
    return malformed("expected " + expected + ", got " + found);
  }

  private MalformedJson malformed(String what) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < at; i++) {
      if (text[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new MalformedJson("JSON, " + line + ":" + (at - lineStart + 1) + ": " + what);
  }
}
