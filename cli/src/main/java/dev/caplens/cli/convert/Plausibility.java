package dev.caplens.cli.convert;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// How well the start of an input fits a format: a wrong format shall be told before a long input
/// is misread, and no right one refused.
enum Plausibility {
  /// Nothing speaks against it.
  LIKELY,
  /// It could be, but hardly anybody writes such messages.
  DOUBTFUL,
  /// It cannot be.
  IMPOSSIBLE;

  private static final int MOST_SEGMENTS = 512;
  private static final int DOUBTFUL_SEGMENTS = 256;
  private static final long DOUBTFUL_WORDS = 1 << 27;
  private static final int DOUBTFUL_STRUCT_WORDS = 2048;
  private static final int POINTER_KIND = 3;
  private static final int FAR = 2;
  private static final int MOST_UNPACKED = 4096;

  /// How well `prefix`, which may be cut short anywhere, starts an input of that format.
  static Plausibility of(Format format, byte[] prefix) {
    return switch (format) {
      case BINARY -> framed(prefix);
      case PACKED -> framed(unpacked(prefix));
      case FLAT, CANONICAL -> root(prefix, 0, 1);
      case FLAT_PACKED -> root(unpacked(prefix), 0, 1);
      case TEXT -> beginsWith('(', prefix);
      case JSON -> beginsWith('{', prefix);
    };
  }

  private static Plausibility framed(byte[] prefix) {
    if (prefix.length < 8) {
      return LIKELY;
    }
    long segments = (at(prefix, 0) & 0xffffffffL) + 1;
    if (segments >= MOST_SEGMENTS) {
      return IMPOSSIBLE;
    }
    long words = at(prefix, 4) & 0xffffffffL;
    if (segments > DOUBTFUL_SEGMENTS || words == 0 || words > DOUBTFUL_WORDS) {
      return DOUBTFUL;
    }
    return root(prefix, (int) (segments + 2 & -2) * 4, (int) segments);
  }

  /// A root pointer: to a struct of a sensible size, or far into one of the other segments.
  private static Plausibility root(byte[] prefix, int at, int segments) {
    if (prefix.length < at + 8) {
      return LIKELY;
    }
    int low = at(prefix, at);
    int high = at(prefix, at + 4);
    boolean sensible =
        switch (low & POINTER_KIND) {
          case 0 -> low >= -4 && (high & 0xffff) + (high >>> 16) <= DOUBTFUL_STRUCT_WORDS;
          case FAR -> high > 0 && high < segments;
          default -> false;
        };
    return sensible ? LIKELY : DOUBTFUL;
  }

  private static int at(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  /// What the packed bytes at hand unpack to, up to a few thousand bytes.
  private static byte[] unpacked(byte[] packed) {
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    int at = 0;
    while (at < packed.length && words.size() < MOST_UNPACKED) {
      int tag = packed[at++] & 0xff;
      boolean isRun = tag == 0 || tag == 0xff;
      if (at + Integer.bitCount(tag) + (isRun ? 1 : 0) > packed.length) {
        break;
      }
      for (int bit = 0; bit < 8; bit++) {
        words.write((tag >> bit & 1) == 0 ? 0 : packed[at++]);
      }
      if (isRun) {
        int run = (packed[at++] & 0xff) * 8;
        byte[] bytes = tag == 0 ? new byte[run] : Arrays.copyOfRange(packed, at, at + run);
        words.write(bytes, 0, tag == 0 ? run : Math.min(run, packed.length - at));
        at += tag == 0 ? 0 : run;
      }
    }
    return words.toByteArray();
  }

  private static Plausibility beginsWith(char open, byte[] prefix) {
    for (byte b : prefix) {
      if (b > ' ') {
        return b == open || b == '#' && open == '(' ? LIKELY : IMPOSSIBLE;
      }
      if (b < 0) {
        return IMPOSSIBLE;
      }
    }
    return LIKELY;
  }
}
