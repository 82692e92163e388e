/// The `caplens` command: its entry point, what all its commands share (errors, exit codes,
/// version), and in the packages below one package per group of commands.
///
/// A command is a picocli class of its own, registered in [Caplens]. Exit codes: 0 ok, 1 it did not
/// work, 2 the command line was wrong.
@NullMarked
package dev.caplens.cli;

import org.jspecify.annotations.NullMarked;
