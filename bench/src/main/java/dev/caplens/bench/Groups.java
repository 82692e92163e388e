package dev.caplens.bench;

import dev.caplens.bench.access.AccessCells;
import dev.caplens.bench.messages.MessageCells;
import dev.caplens.bench.rounds.Cell;
import java.nio.file.Path;
import java.util.List;

/// The groups of the command line and the cells of each.
enum Groups {
  /// Single fields, and messages from outside.
  ACCESS {
    @Override
    List<Cell> cells(Path folder) {
      return AccessCells.all();
    }
  },

  /// Whole messages.
  MESSAGES {
    @Override
    List<Cell> cells(Path folder) throws InterruptedException {
      return MessageCells.all(folder.resolve("cpp"));
    }
  };

  /// The cells; what they need is made in the folder.
  abstract List<Cell> cells(Path folder) throws InterruptedException;
}
