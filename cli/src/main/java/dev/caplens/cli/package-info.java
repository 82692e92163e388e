/// The `caplens` command.
@NullMarked
package dev.caplens.cli;

import org.jspecify.annotations.NullMarked;
