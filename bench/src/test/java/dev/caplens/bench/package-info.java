/// Tests of the command.
@NullMarked
package dev.caplens.bench;

import org.jspecify.annotations.NullMarked;
