/// Off-heap memory and its owners.
///
/// A [Region][dev.caplens.core.memory.Region] is a range of memory outside the Java heap: a mapped
/// file (on disk or in `/dev/shm`), a `memfd`, or anonymous memory. Whoever reads or writes it
/// through a lens holds the region, so that the memory stays for as long as anybody can still touch
/// it: no order of calls unmaps memory under a reader.
@NullMarked
package dev.caplens.core.memory;

import org.jspecify.annotations.NullMarked;
