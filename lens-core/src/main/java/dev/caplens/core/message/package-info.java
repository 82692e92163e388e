/// The Cap'n Proto message, read and built in place.
///
/// A [MessageReader][dev.caplens.core.message.MessageReader] or
/// [MessageBuilder][dev.caplens.core.message.MessageBuilder] gives the root; generated classes
/// extend [StructReader][dev.caplens.core.message.StructReader] and
/// [StructBuilder][dev.caplens.core.message.StructBuilder]; lists, text and data have classes of
/// their own here. A [PointerType][dev.caplens.core.message.PointerType] says how one pointer is
/// read and built, and so stands for a schema's type.
///
/// Nothing is parsed ahead: a pointer is checked when it is followed, once per object, and fields
/// are then read at constant offsets. What the sender got wrong is a
/// [MalformedMessage][dev.caplens.core.message.MalformedMessage], what the settings refuse a
/// [LimitReached][dev.caplens.core.message.LimitReached]; both name the segment and the word.
///
/// Readers may be shared between threads. Hand on an element of a list as any object that is not
/// final, else the other thread may see the first element; the element of a cursor moves with it
/// and stays on its thread. A group's reader keeps its union as it was when it was got. A message
/// is built by one thread at a time. Lenses over memory that was given to something else since (a
/// builder that was reset, a ring record that was released) read undefined values and never crash;
/// with assertions on (`-ea:dev.caplens...`) they throw.
@NullMarked
package dev.caplens.core.message;

import org.jspecify.annotations.NullMarked;
