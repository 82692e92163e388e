package dev.caplens.bench.report;

import java.util.Locale;

/// Figures for the eye.
final class Units {

  private static final String[] PREFIXES = {"", " k", " M", " G", " T"};

  private Units() {}

  /// With a decimal prefix: `1.2 M`.
  static String scaled(double value) {
    double rest = value;
    int prefix = 0;
    while (rest >= 9999.5 && prefix < PREFIXES.length - 1) {
      rest /= 1000;
      prefix++;
    }
    while (prefix > 0 && rest < 1) {
      rest *= 1000;
      prefix--;
    }
    return trimmed(rest) + PREFIXES[prefix];
  }

  private static String trimmed(double value) {
    if (value >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    String text = String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    return text.replaceAll("\\.?0+$", "");
  }

  /// A number of bytes: `16 KiB`.
  static String bytes(long count) {
    if (count >= 1 << 20 && count % (1 << 20) == 0) {
      return (count >> 20) + " MiB";
    }
    return count >= 1 << 10 && count % (1 << 10) == 0 ? (count >> 10) + " KiB" : count + " B";
  }
}
