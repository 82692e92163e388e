package dev.caplens.core.text;

import dev.caplens.core.form.Pieces;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A stream of texts, one behind the other: `(id = 1) (id = 2)`, each a struct in parentheses.
///
/// A text ends where the next one opens its parenthesis, so comments and spaces between two belong
/// to the first. Parentheses in quotes and comments do not count. Nothing is checked here but that;
/// at most one text is in memory, and some bytes that were read ahead. For one thread.
public final class TextMessages {

  private final Pieces texts;

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
    this.texts = new Pieces(source, this::opensNext);
  }

  /// The next text, or null at the end of the stream. It may be incomplete, or only space.
  ///
  /// @throws IOException if the stream throws it
  public byte @Nullable [] next() throws IOException {
    state = State.PLAIN;
    depth = 0;
    closed = false;
    return texts.next();
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
