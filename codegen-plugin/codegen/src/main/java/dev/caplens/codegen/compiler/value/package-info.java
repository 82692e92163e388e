/// Values behind pointers, laid out as on the wire but in plain objects.
///
/// A constant may be copied into many defaults, and its bits are known long before the message that
/// will hold it. So structs and lists are kept as trees of words and encoded at the very end.
@NullMarked
package dev.caplens.codegen.compiler.value;

import org.jspecify.annotations.NullMarked;
