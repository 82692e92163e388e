/// The processes of a cell: who is attached, and who is proven dead.
@NullMarked
package dev.caplens.layout.process;

import org.jspecify.annotations.NullMarked;
