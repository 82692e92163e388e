/// What commands take from their start to their end: the launcher, and the demo beside `wc`.
@NullMarked
package dev.caplens.bench.commands;

import org.jspecify.annotations.NullMarked;
