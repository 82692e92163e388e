/// How schemas change over time: whether one version of a set of schemas may replace another.
///
/// [Compatibility][dev.caplens.core.schema.evolution.Compatibility] compares two versions and says
/// all that stands against it.
@NullMarked
package dev.caplens.core.schema.evolution;

import org.jspecify.annotations.NullMarked;
