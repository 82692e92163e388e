/// Evidence of speed: benchmarks will stand here, each with its question, its budget and its floor.
/// There is no code yet. Nothing depends on this module.
@NullMarked
package dev.caplens.bench;

import org.jspecify.annotations.NullMarked;
