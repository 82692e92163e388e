package dev.caplens.core.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A stream of bytes in pieces, of which at most one is in memory, and some bytes that were read
/// ahead. For one thread.
public final class Pieces {

  /// Where pieces begin. It is asked for each byte in turn, and again for one that begins a piece.
  public interface Rule {

    /// Whether a byte begins another piece.
    boolean opensNext(byte b);
  }

  private static final int READ_BYTES = 8192;

  private final InputStream source;
  private final Rule rule;
  private final byte[] ahead = new byte[READ_BYTES];
  private int at;
  private int end;

  /// The pieces of a stream, which is not closed.
  public Pieces(InputStream source, Rule rule) {
    this.source = source;
    this.rule = rule;
  }

  /// The next piece, or null at the end of the stream.
  ///
  /// @throws IOException if the stream throws it
  public byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    while (fill()) {
      int start = at;
      while (at < end && !rule.opensNext(ahead[at])) {
        at++;
      }
      piece.write(ahead, start, at - start);
      if (at < end) {
        return piece.toByteArray();
      }
    }
    return piece.size() == 0 ? null : piece.toByteArray();
  }

  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, source.read(ahead));
    }
    return at < end;
  }
}
