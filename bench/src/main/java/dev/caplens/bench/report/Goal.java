package dev.caplens.bench.report;

import dev.caplens.bench.rounds.Row;
import java.util.List;
import java.util.Locale;

/// What rows are meant to reach.
///
/// @param text in words
/// @param rows which rows
/// @param figure which of their figures
/// @param bound at least this for ratios, at most this for the others
public record Goal(String text, RowPattern rows, Figure figure, double bound) {

  /// What a goal looks at.
  public enum Figure {
    /// The ratio of each row.
    RATIO("ratio"),
    /// The geometric mean of the rows' ratios.
    MEAN_RATIO("mean ratio"),
    /// Our time in each row.
    OURS("ours"),
    /// Our bytes per operation in each row.
    BYTES("B/op"),
    /// Our bytes per operation as a part of the peer's in each row.
    BYTES_PART("B/op : theirs");

    private final String name;

    Figure(String name) {
      this.name = name;
    }

    boolean isRatio() {
      return this == RATIO || this == MEAN_RATIO;
    }
  }

  /// Whether a figure reaches it; one that nobody has does not.
  public boolean isReached(double value) {
    return figure.isRatio() ? value >= bound : value <= bound;
  }

  /// The bound in signs: `ratio >= 1.10`.
  public String inShort() {
    String comparison = figure.isRatio() ? ">=" : "<=";
    return String.format(Locale.ROOT, "%s %s %s", figure.name, comparison, Table.figure(bound));
  }

  /// The figure of a row that this goal looks at.
  double of(Row row) {
    return switch (figure) {
      case RATIO, MEAN_RATIO -> row.ratio();
      case OURS -> row.ours();
      case BYTES -> row.bytesPerOp();
      case BYTES_PART -> row.bytesPerOp() / row.peerBytesPerOp();
    };
  }

  /// The geometric mean of the rows' ratios; NaN of none.
  static double meanRatio(List<Row> rows) {
    double logs = rows.stream().mapToDouble(row -> Math.log(row.ratio())).sum();
    return rows.isEmpty() ? Double.NaN : Math.exp(logs / rows.size());
  }
}
