package dev.caplens.maven;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Java files in another encoding than UTF-8: what it lacks is written as Unicode escapes, which
 * mean the same to the compiler.
 */
final class JavaEncoding {
  private final Charset charset;

  private JavaEncoding(Charset charset) {
    this.charset = charset;
  }

  static JavaEncoding of(Charset charset) {
    return new JavaEncoding(charset);
  }

  /** Rewrites all files of a folder, which are in UTF-8. */
  void convert(Path folder) throws IOException {
    if (!charset.equals(StandardCharsets.UTF_8)) {
      for (Path file : Fingerprint.files(folder)) {
        Files.writeString(file, escaped(Files.readString(file)), charset);
      }
    }
  }

  /** The text with an escape for each character that the encoding lacks. */
  String escaped(String text) {
    CharsetEncoder encoder = charset.newEncoder();
    if (encoder.canEncode(text)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (encoder.canEncode(c)) {
        escaped.append(c);
      } else {
        escaped.append(String.format("\\u%04x", (int) c));
      }
    }
    return escaped.toString();
  }
}
