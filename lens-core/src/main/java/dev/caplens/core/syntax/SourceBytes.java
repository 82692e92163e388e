package dev.caplens.core.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A reading position in source text that remembers how far any attempt got.
///
/// Rules take what they need with [#accept] and are set back with [#rewind] where they fail. The
/// furthest position that any rule reached, even one that was given up, is where a parse error is
/// reported.
final class SourceBytes {

  static final int END = -1;

  private final byte[] bytes;
  private int at;
  private int furthest;

  SourceBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  int at() {
    return at;
  }

  int furthest() {
    return furthest;
  }

  boolean atEnd() {
    return at == bytes.length;
  }

  /// The next byte as 0..255, or [#END].
  int peek() {
    return at < bytes.length ? bytes[at] & 0xff : END;
  }

  void advance() {
    at++;
    furthest = Math.max(furthest, at);
  }

  boolean accept(int expected) {
    if (peek() != expected) {
      return false;
    }
    advance();
    return true;
  }

  void rewind(int position) {
    at = position;
  }

  byte[] slice(int start, int end) {
    return Arrays.copyOfRange(bytes, start, end);
  }

  String ascii(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
