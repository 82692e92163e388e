package dev.caplens.bench.pairs;

import dev.caplens.bench.rounds.Sample;
import dev.caplens.cli.CommandFailed;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/// What seat 0 prints at the end, in one line: `sample VALUE BYTES 50=NANOS 90=NANOS ...`.
final class Outcome {

  private static final String BEGIN = "sample ";
  private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99, 100};

  private Outcome() {}

  static String of(double value, double bytes) {
    return String.format(Locale.ROOT, "%s%s %s", BEGIN, value, bytes);
  }

  /// Times; their middle is the figure.
  static String of(Histogram nanos, double bytes) {
    StringBuilder line = new StringBuilder(of(nanos.getValueAtPercentile(50), bytes));
    for (double percentile : PERCENTILES) {
      String name =
          percentile == Math.rint(percentile)
              ? String.valueOf((int) percentile)
              : String.valueOf(percentile);
      line.append(' ').append(name).append('=').append(nanos.getValueAtPercentile(percentile));
    }
    return line.toString();
  }

  /// Finds that line in what a process said.
  ///
  /// @throws CommandFailed if it is not there
  static Sample parse(String said) {
    String line =
        said.lines()
            .filter(each -> each.startsWith(BEGIN))
            .findFirst()
            .orElseThrow(() -> new CommandFailed("the sample gave no figure: " + said));
    String[] words = line.substring(BEGIN.length()).split(" ");
    Map<String, Double> percentiles = new TreeMap<>();
    for (int i = 2; i < words.length; i++) {
      String[] pair = words[i].split("=");
      percentiles.put(pair[0], Double.valueOf(pair[1]));
    }
    return new Sample(Double.parseDouble(words[0]), Double.parseDouble(words[1]), percentiles);
  }
}
