/// Tests of rounds and ratios.
@NullMarked
package dev.caplens.bench.rounds;

import org.jspecify.annotations.NullMarked;
