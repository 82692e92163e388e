/// Other JVMs that run a `caplens` command: how they are started like this one.
@NullMarked
package dev.caplens.cli.process;

import org.jspecify.annotations.NullMarked;
