package dev.caplens.core.message;

/// How much work one message may cause.
///
/// The traversal limit is charged for every pointer that is followed, so that a small message
/// cannot be walked for ever: the words of structs and lists, far pads, and one word per element of
/// a list whose elements take no room. The count is kept with plain reads and writes: readers on
/// several threads may exceed it a little, never without bound. Immutable; any thread may use it.
///
/// Source: "Security Considerations" in Cap'n Proto's encoding specification; the accounting is the
/// reference's.
///
/// @param traversalWords words that may be followed in one message; 8 Mi (64 MiB) in [#DEFAULT]
/// @param nesting how deep pointers may be nested, from 1 to 65535; 64 in [#DEFAULT]. A list of
///   structs costs two levels. Copies, comparisons, sizes and canonical forms go at most 500 levels
///   deep.
/// @param segments how many segments a stream may announce, 1 or more; 511 in [#DEFAULT], as in the
///   reference. A frame in memory may have 65,536 in any case, and more if this says so. There is
///   such a limit because each segment takes a hundred bytes of the heap, even if it is empty, and
///   four in the frame.
public record Limits(long traversalWords, int nesting, int segments) {

  /// How deep copies, comparisons and sizes go, whatever the nesting limit: they keep a level per
  /// stack frame.
  static final int DEEPEST_WALK = 500;

  /// The reference's defaults.
  public static final Limits DEFAULT = new Limits(8L << 20, 64, 511);

  /// For messages of one's own making: no traversal limit, the deepest nesting.
  public static final Limits TRUSTED = new Limits(Long.MAX_VALUE, 65535, 511);

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException if one is out of its range
  public Limits {
    require(traversalWords >= 0, "traversalWords", "0 or more", traversalWords);
    require(nesting >= 1 && nesting <= 65535, "nesting", "1 to 65535", nesting);
    require(segments >= 1, "segments", "1 or more", segments);
  }

  /// The same limits with another traversal limit.
  ///
  /// @throws IllegalArgumentException if it is negative
  public Limits withTraversalWords(long words) {
    return new Limits(words, nesting, segments);
  }

  /// The same limits with another nesting limit.
  ///
  /// @throws IllegalArgumentException if it is not within 1 to 65535
  public Limits withNesting(int levels) {
    return new Limits(traversalWords, levels, segments);
  }

  /// The same limits with another number of segments.
  ///
  /// @throws IllegalArgumentException if it is less than 1
  public Limits withSegments(int count) {
    return new Limits(traversalWords, nesting, count);
  }

  /// The levels that a walk may still go down.
  static int walk(int nesting) {
    return Math.min(nesting, DEEPEST_WALK);
  }

  private static void require(boolean holds, String name, String expected, long got) {
    if (!holds) {
      throw new IllegalArgumentException(
          "limit " + name + ": expected " + expected + ", got " + got);
    }
  }
}
