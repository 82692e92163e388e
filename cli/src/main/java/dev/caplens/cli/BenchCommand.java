package dev.caplens.cli;

import picocli.CommandLine.Command;

/// `caplens bench`: it has a class path of its own, which is built on its first use.
@Command(
    name = "bench",
    description = "Measure Caplens beside its peers.",
    footer = {"", "All of its options:  ./caplens bench --help"})
final class BenchCommand extends LauncherCommand {}
