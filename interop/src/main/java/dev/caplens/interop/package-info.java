/// Evidence of truth: Caplens against other implementations, the launcher on a fresh tree, and the
/// house rules. All of it stands in the tests of this module; nothing depends on it.
@NullMarked
package dev.caplens.interop;

import org.jspecify.annotations.NullMarked;
