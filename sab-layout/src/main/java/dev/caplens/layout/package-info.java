/// The shared region of one cell: creating it, attaching to it, and what stands in its superblock.
///
/// [Cell] is the way in. The other packages are views of single regions of the master map.
@NullMarked
package dev.caplens.layout;

import org.jspecify.annotations.NullMarked;
