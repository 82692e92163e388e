package dev.caplens.bench.rounds;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The answer to a [Cell]: medians over the rounds, and the ratio within each round.
///
/// @param ratio above 1 where ours is better, whatever the unit: the median over the rounds
/// @param ratioLow the worst round
/// @param ratioHigh the best round
/// @param rounds how many rounds count
/// @param dropped how many rounds do not, since the machine was in another regime
/// @param bytesPerOp ours, NaN where nobody counts
/// @param floor nanoseconds for a cache line to go to the other core and back, the median
/// @param peerBytesPerOp the peer's, NaN where nobody counts
/// @param payloadBytes the size of a message, 0 where that is not the question
/// @param oursPercentiles ours, where a distribution was measured: nanoseconds by percentile (`50`,
///   `99.9`), each the median over the rounds; otherwise empty
/// @param theirsPercentiles the peer's
@JsonPropertyOrder({
  "group",
  "name",
  "mode",
  "subject",
  "peer",
  "unit",
  "ours",
  "theirs",
  "ratio",
  "ratioLow",
  "ratioHigh",
  "rounds",
  "dropped",
  "bytesPerOp",
  "floor",
  "peerBytesPerOp",
  "payloadBytes",
  "oursPercentiles",
  "theirsPercentiles"
})
public record Row(
    String group,
    String name,
    String mode,
    String subject,
    String peer,
    String unit,
    double ours,
    double theirs,
    double ratio,
    double ratioLow,
    double ratioHigh,
    int rounds,
    int dropped,
    double bytesPerOp,
    double floor,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) double peerBytesPerOp,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int payloadBytes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> oursPercentiles,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> theirsPercentiles) {

  /// Both distributions may be missing.
  public Row {
    oursPercentiles = ascending(oursPercentiles);
    theirsPercentiles = ascending(theirsPercentiles);
  }

  private static Map<String, Double> ascending(@Nullable Map<String, Double> percentiles) {
    Map<String, Double> sorted = new TreeMap<>(Comparator.comparingDouble(Double::parseDouble));
    if (percentiles != null) {
      sorted.putAll(percentiles);
    }
    return Collections.unmodifiableMap(sorted);
  }

  /// A row without the peer's bytes, sizes and distributions.
  public Row(
      String group,
      String name,
      String mode,
      String subject,
      String peer,
      String unit,
      double ours,
      double theirs,
      double ratio,
      double ratioLow,
      double ratioHigh,
      int rounds,
      int dropped,
      double bytesPerOp,
      double floor) {
    this(
        group,
        name,
        mode,
        subject,
        peer,
        unit,
        ours,
        theirs,
        ratio,
        ratioLow,
        ratioHigh,
        rounds,
        dropped,
        bytesPerOp,
        floor,
        Double.NaN,
        0,
        Map.of(),
        Map.of());
  }

  /// What tells this row from every other one.
  public String key() {
    return String.join(" / ", group, name, mode, subject, peer);
  }
}
