package dev.caplens.core.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A stream of texts, one behind the other: `(id = 1) (id = 2)`, each a struct in parentheses.
///
/// A text ends where the next one opens its parenthesis, so comments and spaces between two belong
/// to the first. Parentheses in quotes and comments do not count. Nothing is checked here but that;
/// at most one text is in memory, and some bytes that were read ahead. For one thread.
public final class TextMessages {

  private static final int READ_BYTES = 8192;

  private final InputStream source;
  private final byte[] ahead = new byte[READ_BYTES];
  private int at;
  private int end;

  private State state = State.PLAIN;
  private int depth;
  private boolean closed;

  private enum State {
    PLAIN,
    COMMENT,
    QUOTE,
    ESCAPE
  }

  /// The texts of a stream, which is not closed.
  public TextMessages(InputStream source) {
    this.source = source;
  }

  /// The next text, or null at the end of the stream. It may be incomplete, or only space.
  ///
  /// @throws IOException if the stream throws it
  public byte @Nullable [] next() throws IOException {
    state = State.PLAIN;
    depth = 0;
    closed = false;
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (fill()) {
      int start = at;
      while (at < end && !opensNext(ahead[at])) {
        at++;
      }
      text.write(ahead, start, at - start);
      if (at < end) {
        return text.toByteArray();
      }
    }
    return text.size() == 0 ? null : text.toByteArray();
  }

  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, source.read(ahead));
    }
    return at < end;
  }

  /// Whether this byte begins another text.
  private boolean opensNext(byte b) {
    switch (state) {
      case PLAIN -> {
        return opensNextPlain(b);
      }
      case COMMENT -> state = b == '\n' ? State.PLAIN : State.COMMENT;
      case QUOTE -> state = b == '"' ? State.PLAIN : b == '\\' ? State.ESCAPE : State.QUOTE;
      case ESCAPE -> state = State.QUOTE;
    }
    return false;
  }

  private boolean opensNextPlain(byte b) {
    switch (b) {
      case '#' -> state = State.COMMENT;
      case '"' -> state = State.QUOTE;
      case '(' -> {
        if (depth == 0 && closed) {
          return true;
        }
        depth++;
      }
      case ')' -> {
        closed |= depth == 1;
        depth = Math.max(0, depth - 1);
      }
      default -> {}
    }
    return false;
  }
}
