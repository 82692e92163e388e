package dev.caplens.bench.rounds;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/// The answer to a [Cell]: medians over the rounds, and the ratio within each round.
///
/// @param ratio above 1 where ours is better, whatever the unit: the median over the rounds
/// @param ratioLow the worst round
/// @param ratioHigh the best round
/// @param rounds how many rounds count
/// @param dropped how many rounds do not, since the machine was in another regime
/// @param bytesPerOp ours, NaN where nobody counts
/// @param floor nanoseconds for a cache line to go to the other core and back, the median
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
  "floor"
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
    double floor) {

  /// What tells this row from every other one.
  public String key() {
    return String.join(" / ", group, name, mode, subject, peer);
  }
}
