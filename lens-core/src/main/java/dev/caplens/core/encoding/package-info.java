/// Messages as bytes: framed, packed, flat.
///
/// A frame is a table of segment sizes and the segments behind it. Packing squeezes the zeros out
/// of words and applies to a frame or to a flat message, which is one segment without a table. A
/// [MessageSource][dev.caplens.core.encoding.MessageSource] reads many messages in a row and a
/// [MessageSink][dev.caplens.core.encoding.MessageSink] writes them, each with memory that it uses
/// again; [Framing][dev.caplens.core.encoding.Framing],
/// [Packing][dev.caplens.core.encoding.Packing] and [Flat][dev.caplens.core.encoding.Flat] are for
/// single messages.
@NullMarked
package dev.caplens.core.encoding;

import org.jspecify.annotations.NullMarked;
