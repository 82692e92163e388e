package dev.caplens.codegen.export;

import java.nio.charset.StandardCharsets;

/// String literals of C: UTF-8 bytes, those outside printable ASCII as three octal digits.
final class CString {
  private CString() {}

  static String literal(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      // A question mark is escaped so that no trigraph comes about.
      if (b == '"' || b == '\\' || b == '?') {
        out.append('\\').append((char) b);
      } else if (b >= ' ' && b <= '~') {
        out.append((char) b);
      } else {
        out.append("\\%03o".formatted(b & 0xff));
      }
    }
    return out.append('"').toString();
  }
}
