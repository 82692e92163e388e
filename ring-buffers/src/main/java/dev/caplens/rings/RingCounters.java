package dev.caplens.rings;

/// What a ring has counted since it was made.
///
/// @param published records that were committed
/// @param taken records that were taken, redeliveries included
/// @param refused claims that found the ring full
/// @param highWater the most records that were in the ring at a claim
/// @param returned how often a record was given back, to be delivered again; a recovery that cannot
///   tell whether that process had counted it counts it once more
/// @param aborted claims that were given up, or taken back from a producer that has left or is
///   proven dead
public record RingCounters(
    long published, long taken, long refused, long highWater, long returned, long aborted) {}
