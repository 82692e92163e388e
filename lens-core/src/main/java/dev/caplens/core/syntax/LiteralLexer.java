package dev.caplens.core.syntax;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Texts, hexadecimal data and numbers. Each rule starts at its first character, and answers null
/// where it fails.
final class LiteralLexer {

  private final SourceBytes in;

  LiteralLexer(SourceBytes in) {
    this.in = in;
  }

  /// `"text"` with the escapes of C.
  @Nullable Token text() {
    int start = in.at();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    in.accept('"');
    while (!in.accept('"')) {
      int c = in.peek();
      if (c == SourceBytes.END || c == '\n') {
        return null;
      }
      in.advance();
      int value = c == '\\' ? escape() : c;
      if (value < 0) {
        return null;
      }
      out.write(value);
    }
    return new Token.Text(out.toByteArray(), start, in.at());
  }

  private int escape() {
    int c = in.peek();
    int plain = "abfnrtv'\"\\?".indexOf(c);
    if (c != SourceBytes.END && plain >= 0) {
      in.advance();
      return "\u0007\b\f\n\r\t\u000b'\"\\?".charAt(plain);
    }
    if (in.accept('x')) {
      return hexByte();
    }
    if (!Characters.isOctal(c)) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < 3 && Characters.isOctal(in.peek()); i++) {
      value = value * 8 + in.peek() - '0';
      in.advance();
    }
    return value & 0xff;
  }

  private int hexByte() {
    int high = hexDigit();
    int low = high < 0 ? -1 : hexDigit();
    return low < 0 ? -1 : high << 4 | low;
  }

  private int hexDigit() {
    int c = in.peek();
    if (!Characters.isHex(c)) {
      return -1;
    }
    in.advance();
    return Character.digit(c, 16);
  }

  /// A back tick and the rest of its line; the line's end, whatever it is, becomes one newline.
  Token line() {
    int start = in.at();
    in.accept('`');
    while (!in.atEnd() && in.peek() != '\r' && in.peek() != '\n') {
      in.advance();
    }
    byte[] bytes = Arrays.copyOf(in.slice(start + 1, in.at()), in.at() - start);
    bytes[bytes.length - 1] = '\n';
    return new Token.Text(bytes, start, in.at());
  }

  /// Data, an integer or a decimal number.
  @Nullable Token number() {
    int start = in.at();
    Token binary = binary(start);
    if (binary != null) {
      return binary;
    }
    in.rewind(start);
    Token integer = integer(start);
    if (integer != null) {
      return integer;
    }
    in.rewind(start);
    return decimal(start);
  }

  private @Nullable Token binary(int start) {
    if (!in.accept('0') || !in.accept('x') || !in.accept('"')) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (; ; ) {
      while (Characters.isSpace(in.peek())) {
        in.advance();
      }
      if (!Characters.isHex(in.peek())) {
        break;
      }
      int value = hexByte();
      if (value < 0) {
        return null;
      }
      out.write(value);
    }
    boolean closed = out.size() > 0 && in.accept('"');
    return closed ? new Token.Binary(out.toByteArray(), start, in.at()) : null;
  }

  private @Nullable Token integer(int start) {
    int radix = 10;
    if (in.accept('0')) {
      radix = in.accept('x') ? 16 : 8;
      if (radix == 16 && !Characters.isHex(in.peek())) {
        in.rewind(start + 1);
        radix = 8;
      }
    }
    long value = 0;
    for (int digit = digit(radix); digit >= 0; digit = digit(radix)) {
      in.advance();
      value = value * radix + digit;
    }
    return Characters.continuesNumber(in.peek()) ? null : new Token.Integer(value, start, in.at());
  }

  private int digit(int radix) {
    int c = in.peek();
    return Characters.isHex(c) ? Character.digit(c, radix) : -1;
  }

  private @Nullable Token decimal(int start) {
    digits();
    if (in.accept('.')) {
      digits();
    }
    int end = in.at();
    if (in.accept('e') || in.accept('E')) {
      if (!in.accept('+')) {
        in.accept('-');
      }
      end = digits() ? in.at() : end;
    }
    if (Characters.continuesNumber(in.peek())) {
      return null;
    }
    return new Token.Decimal(Double.parseDouble(in.ascii(start, end)), start, in.at());
  }

  private boolean digits() {
    int start = in.at();
    while (Characters.isDigit(in.peek())) {
      in.advance();
    }
    return in.at() > start;
  }
}
