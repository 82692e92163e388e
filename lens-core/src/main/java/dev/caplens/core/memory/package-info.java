/// Off-heap memory and its owners.
@NullMarked
package dev.caplens.core.memory;

import org.jspecify.annotations.NullMarked;
