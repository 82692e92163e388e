/// Memory at absolute addresses, for the other modules of Caplens only.
///
/// Nothing here checks anything: a wrong address ends the process. This package is exported to the
/// modules that keep the rules (hold the [Region][dev.caplens.core.memory.Region], check once per
/// object, fence at the end of an accessor), and to nobody else.
@NullMarked
package dev.caplens.core.raw;

import org.jspecify.annotations.NullMarked;
