package dev.caplens.cli.demo;

import dev.caplens.layout.Tier;
import java.nio.file.Path;
import java.util.Optional;

/// What the user asked of a demo.
///
/// @param region where the region shall stand; empty for a fresh file in `/dev/shm`
/// @param tier its size
/// @param modules how many modules, 1 to 32
/// @param kind what they are written in
/// @param chunkBytes how large a chunk is, in bytes
/// @param isKept whether the region is left for inspection
/// @param hasStatistics whether a table of statistics goes to standard error
/// @param isJson whether standard output is one JSON object instead of the rows
/// @param progress when a progress bar is drawn
record DemoOptions(
    Optional<Path> region,
    Tier tier,
    int modules,
    ModuleKindChoice kind,
    int chunkBytes,
    boolean isKept,
    boolean hasStatistics,
    boolean isJson,
    Progress progress) {

  /// When a progress bar is drawn.
  enum Progress {
    /// If standard error is a terminal and the work takes over a second.
    AUTO,
    /// From the beginning.
    ALWAYS,
    /// Not at all.
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
