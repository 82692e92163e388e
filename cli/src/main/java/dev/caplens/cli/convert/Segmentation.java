package dev.caplens.cli.convert;

import dev.caplens.cli.CommandFailed;
import dev.caplens.core.message.MessageBuilder;

/// How messages that are written are cut into segments.
///
/// @param words the words of each segment; 0 for the reference's own rule: 1024 words, then
///   segments that grow with the message
record Segmentation(int words) {

  /// The most words of one segment.
  private static final int MOST_WORDS = (1 << 29) - 1;

  static final Segmentation DEFAULT = new Segmentation(0);

  /// What `--segment-size` asks for.
  static Segmentation of(int words) {
    if (words < 0 || words > MOST_WORDS) {
      throw new CommandFailed(
          "--segment-size=" + words + ": expected 0 to " + MOST_WORDS + " words");
    }
    return new Segmentation(words);
  }

  MessageBuilder builder() {
    return words == 0 ? MessageBuilder.create() : MessageBuilder.withSegmentsOf(words);
  }

  /// An empty builder in place of one that was used. Its memory serves again only where it was one
  /// segment: segments that a larger message has left behind would change where the next is cut.
  MessageBuilder next(MessageBuilder used) {
    if (used.segmentCount() > 1) {
      return builder();
    }
    used.reset();
    return used;
  }
}
