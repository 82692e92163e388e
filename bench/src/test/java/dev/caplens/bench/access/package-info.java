/// Tests of the loops over fields: all subjects do the same.
@NullMarked
package dev.caplens.bench.access;

import org.jspecify.annotations.NullMarked;
