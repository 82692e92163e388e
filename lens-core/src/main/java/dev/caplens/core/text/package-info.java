/// Messages as text: the schema language's syntax of values, as `capnp decode` prints it and `capnp
/// encode` reads it.
///
/// [TextFormat][dev.caplens.core.text.TextFormat] prints and reads,
/// [TextMessages][dev.caplens.core.text.TextMessages] cuts a stream into messages,
/// [MalformedText][dev.caplens.core.text.MalformedText] says what is wrong with a text and where.
/// Byte for byte the form of the reference tool, version 0.9.2; `docs/text-format.md` has the
/// rules.
///
/// Lenses keep the rules of threads, lifetime and errors of [dev.caplens.core.message].
@NullMarked
package dev.caplens.core.text;

import org.jspecify.annotations.NullMarked;
