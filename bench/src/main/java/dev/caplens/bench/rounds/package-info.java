/// How a comparison is made: rounds in which every subject is measured once, in a fresh process,
/// with a floor before and after it; ratios within a round only.
@NullMarked
package dev.caplens.bench.rounds;

import org.jspecify.annotations.NullMarked;
