/// Evidence of speed, side by side with every peer: the command `caplens bench`.
///
/// A [row][dev.caplens.bench.rounds.Row] compares one of our ways with one peer, measured in the
/// same rounds. `docs/benchmarks.md` tells how to read and repeat it. Nothing depends on this
/// module.
@NullMarked
package dev.caplens.bench;

import org.jspecify.annotations.NullMarked;
