package dev.caplens.cli;

import picocli.CommandLine.Command;

/// `caplens test`: there may be nothing built yet, and Maven must not run under a JVM whose jars it
/// replaces.
@Command(
    name = "test",
    description = "Install missing test peers and run all tests (mvn verify ARGUMENT...).",
    footer = {"", "Without network, once it has run:  ./caplens test -o"})
final class TestCommand extends LauncherCommand {}
