/// What the messages of the benchmarks say: plain values, made from a seed by a generator that the
/// C++ programs have too, so that every subject builds the same message.
@NullMarked
package dev.caplens.bench.values;

import org.jspecify.annotations.NullMarked;
