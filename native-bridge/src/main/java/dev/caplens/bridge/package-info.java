/// What Caplens asks of the operating system, behind the interfaces of the modules to the left.
@NullMarked
package dev.caplens.bridge;

import org.jspecify.annotations.NullMarked;
