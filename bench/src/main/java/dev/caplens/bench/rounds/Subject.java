package dev.caplens.bench.rounds;

/// Something that can be measured. Two subjects that are equal are measured once per round.
public interface Subject {

  /// Measures once, in a fresh process.
  ///
  /// @throws dev.caplens.cli.CommandFailed if it could not be measured
  Sample sample(Plan plan) throws InterruptedException;
}
