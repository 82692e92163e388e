package dev.caplens.core.text;

/// One thing that is wrong with a text.
///
/// @param startByte where it starts, in bytes from the start of the text
/// @param endByte behind its last byte
/// @param line the line of its start, from 1
/// @param column the place of its start in that line in bytes, from 1
/// @param what in the words of the reference compiler
public record TextProblem(int startByte, int endByte, int line, int column, String what) {

  static TextProblem at(byte[] text, int startByte, int endByte, String what) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < Math.min(startByte, text.length); i++) {
      if (text[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new TextProblem(startByte, endByte, line, startByte - lineStart + 1, what);
  }

  /// `line:column: what`.
  @Override
  public String toString() {
    return line + ":" + column + ": " + what;
  }
}
