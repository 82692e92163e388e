/// The group `rings`: our rings and their peers, as [transports][dev.caplens.bench.pairs.Transport]
/// between threads and between processes.
@NullMarked
package dev.caplens.bench.rings;

import org.jspecify.annotations.NullMarked;
