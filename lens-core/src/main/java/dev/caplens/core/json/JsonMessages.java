package dev.caplens.core.json;

import dev.caplens.core.form.Pieces;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A stream of JSON objects, one behind the other: `{"id": 1} {"id": 2}`.
///
/// An object ends where the next one opens its brace, so what stands between two belongs to the
/// first. Braces in strings do not count. Nothing is checked here but that; at most one object is
/// in memory, and some bytes that were read ahead. For one thread.
public final class JsonMessages {

  private final Pieces objects;

  private int depth;
  private boolean closed;
  private boolean quoted;
  private boolean escaped;

  /// The objects of a stream, which is not closed.
  public JsonMessages(InputStream source) {
    this.objects = new Pieces(source, this::opensNext);
  }

  /// The next object, or null at the end of the stream. It may be incomplete, or only space.
  ///
  /// @throws IOException if the stream throws it
  public byte @Nullable [] next() throws IOException {
    depth = 0;
    closed = false;
    quoted = false;
    escaped = false;
    return objects.next();
  }

  /// Whether this byte begins another object.
  private boolean opensNext(byte b) {
    if (quoted) {
      quoted = escaped || b != '"';
      escaped = !escaped && b == '\\';
      return false;
    }
    switch (b) {
      case '"' -> quoted = true;
      case '{' -> {
        if (depth == 0 && closed) {
          return true;
        }
        depth++;
      }
      case '}' -> {
        closed |= depth == 1;
        depth = Math.max(0, depth - 1);
      }
      default -> {}
    }
    return false;
  }
}
