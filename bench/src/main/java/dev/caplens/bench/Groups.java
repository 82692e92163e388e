package dev.caplens.bench;

import dev.caplens.bench.access.AccessCells;
import dev.caplens.bench.access.LargeMessageCells;
import dev.caplens.bench.commands.CommandCells;
import dev.caplens.bench.messages.MessageCells;
import dev.caplens.bench.rings.RingCells;
import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.slopes.SlopeCells;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The groups of the command line and the cells of each.
enum Groups {
  /// Single fields, and messages from outside.
  ACCESS {
    @Override
    List<Cell> cells(Path folder, Plan plan) {
      return AccessCells.all(plan);
    }
  },

  /// Whole messages, fields of large ones, and lists in bulk.
  MESSAGES {
    @Override
    List<Cell> cells(Path folder, Plan plan) {
      List<Cell> cells = new ArrayList<>(MessageCells.all(folder.resolve("cpp"), plan));
      cells.addAll(LargeMessageCells.all(folder.resolve(CARS)));
      return cells;
    }
  },

  /// Rings between threads and between processes.
  RINGS {
    @Override
    List<Cell> cells(Path folder, Plan plan) throws InterruptedException {
      return RingCells.all(folder.resolve("c"), plan);
    }
  },

  /// How cost grows.
  SLOPES {
    @Override
    List<Cell> cells(Path folder, Plan plan) {
      return SlopeCells.all(folder.resolve(CARS), plan);
    }
  },

  /// Commands from their start to their end.
  COMMANDS {
    @Override
    List<Cell> cells(Path folder, Plan plan) {
      return launcher()
          .map(launcher -> CommandCells.all(launcher, folder.resolve("text"), plan))
          .orElse(List.of());
    }

    @Override
    Optional<String> whyEmpty() {
      return launcher().isPresent()
          ? Optional.empty()
          : Optional.of(
              this + ": the launcher is not known; measure with it: ./caplens bench " + this);
    }
  },

  /// Room for rows of the region and its map.
  LAYOUT {
    @Override
    List<Cell> cells(Path folder, Plan plan) {
      return List.of();
    }
  },

  /// Room for rows of RPC.
  RPC {
    @Override
    List<Cell> cells(Path folder, Plan plan) {
      return List.of();
    }
  };

  /// The file of the groups that look at a large mapped one.
  private static final String CARS = "cars";

  /// The cells; what they need is made in the folder.
  abstract List<Cell> cells(Path folder, Plan plan) throws InterruptedException;

  /// Why there are no cells; empty if there are.
  Optional<String> whyEmpty() {
    return this == LAYOUT || this == RPC ? Optional.of(this + ": no rows yet") : Optional.empty();
  }

  private static Optional<Path> launcher() {
    return Optional.ofNullable(System.getProperty("caplens.home"))
        .map(home -> Path.of(home, "caplens"));
  }

  /// As on the command line.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
