package dev.caplens.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The committed run that the gate compares with: few rows, that hardly move from run to run.
///
/// It is made by `./caplens bench --gate --json FILE` on a quiet machine, with FILE the resource.
public final class Baseline {

  private static final String RESOURCE = "/META-INF/caplens/bench/baseline.json";

  /// One cell per kind of work, with peers that the JVM compiles alike.
  private static final List<RowPattern> ROWS =
      List.of(
          new RowPattern(
              "messages / carsales / object|bytes|packed / plain / org.capnproto:runtime"),
          new RowPattern("messages / carsales / read|object / own / org.capnproto:runtime"),
          new RowPattern("messages / catrank / bytes|read / plain / org.capnproto:runtime"),
          new RowPattern("messages / eval / object|read / plain / org.capnproto:runtime"),
          new RowPattern("access / parse / 1 KiB|100 KiB / plain / org.capnproto:runtime"),
          new RowPattern("access / field-read / clean / own / Unsafe"));

  private Baseline() {}

  /// The committed run.
  ///
  /// @throws IOException if it is not readable
  public static Report committed() throws IOException {
    try (InputStream source = Baseline.class.getResourceAsStream(RESOURCE)) {
      if (source == null) {
        throw new IOException("no resource " + RESOURCE);
      }
      return Report.parse(new String(source.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /// Whether a row is one of those that the gate looks at.
  public static boolean isMeant(String key) {
    return ROWS.stream().anyMatch(pattern -> pattern.matches(key));
  }
}
