/// Tests of the group `commands`.
@NullMarked
package dev.caplens.bench.commands;

import org.jspecify.annotations.NullMarked;
