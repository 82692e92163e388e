/// Messages as bytes: framed, packed, flat.
///
/// A frame is a table of segment sizes and the segments behind it. Packing squeezes the zeros out
/// of words and applies to a frame or to a flat message, which is one segment without a table. A
/// [MessageSource][dev.caplens.core.encoding.MessageSource] reads many messages in a row and a
/// [MessageSink][dev.caplens.core.encoding.MessageSink] writes them, each with memory that it uses
/// again; [Framing][dev.caplens.core.encoding.Framing],
/// [Packing][dev.caplens.core.encoding.Packing] and [Flat][dev.caplens.core.encoding.Flat] are for
/// single messages.
///
/// What is read in place holds its memory, and what is copied in has memory of its own: the rules
/// of threads, lifetime and truncated files of [dev.caplens.core.message] hold here too. Writing a
/// message reads its segments as they are: nobody may build it meanwhile. Static methods may be
/// called by any thread.
///
/// Source: "Serialization Over a Stream" and "Packing" in Cap'n Proto's encoding specification;
/// where it leaves a choice (where a raw run ends, how long it is), it is made as by the reference.
@NullMarked
package dev.caplens.core.encoding;

import org.jspecify.annotations.NullMarked;
