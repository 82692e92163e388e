/// Tests of the rings' subjects.
@NullMarked
package dev.caplens.bench.rings;

import org.jspecify.annotations.NullMarked;
