package dev.caplens.bench.rounds;

/// A question: how does ours compare with that peer?
///
/// @param group the group of the command line
/// @param name what is measured
/// @param mode in which of its ways
/// @param subject which of ours
/// @param peer the artifact that it is compared with
/// @param unit of both figures: `ns/op` is better where it is smaller, `op/s` where it is larger
/// @param ours what is measured of ours
/// @param theirs what is measured of the peer
/// @param payloadBytes the size of a message, 0 where that is not the question
public record Cell(
    String group,
    String name,
    String mode,
    String subject,
    String peer,
    String unit,
    Subject ours,
    Subject theirs,
    int payloadBytes) {

  /// A question that is not one of size.
  public Cell(
      String group,
      String name,
      String mode,
      String subject,
      String peer,
      String unit,
      Subject ours,
      Subject theirs) {
    this(group, name, mode, subject, peer, unit, ours, theirs, 0);
  }

  /// Whether a smaller figure is the better one.
  public boolean isSmallerBetter() {
    return !unit.endsWith("/s");
  }
}
