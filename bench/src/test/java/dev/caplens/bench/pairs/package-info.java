/// Tests of the harness: what is broken is caught, what was started ends.
@NullMarked
package dev.caplens.bench.pairs;

import org.jspecify.annotations.NullMarked;
