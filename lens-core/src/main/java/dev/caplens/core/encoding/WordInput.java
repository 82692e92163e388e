package dev.caplens.core.encoding;

import dev.caplens.core.memory.Region;
import java.io.IOException;

/// Where the words of messages come from.
interface WordInput {

  /// Reads whole words into a region; fewer than asked for only where the input ends.
  ///
  /// @param bytes how many bytes, a multiple of 8
  /// @return how many bytes came
  long read(Region target, long at, long bytes) throws IOException;
}
