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
/// are then read at constant offsets. The bytes are those of Cap'n Proto's encoding specification;
/// where it leaves something open, they are those of the reference, the C++ implementation.
///
/// The rules below hold for every reader, builder, list, text and data ("lens") of this package and
/// of generated code.
///
/// # Threads
///
/// Readers may be shared between threads. Hand on an element of a list as any object that is not
/// final, else the other thread may see the first element; the element of a cursor moves with it
/// and stays on its thread. A group's reader keeps its union as it was when it was got. A message
/// is built by one thread at a time, all of its builders and orphans together; threads that build
/// at once build nonsense, stay within the message's memory, and may meet
/// [ConcurrentModificationException][java.util.ConcurrentModificationException].
///
/// All loads and stores are plain. Whoever hands a message to another thread or process orders
/// them: by a lock, a `volatile` field, or the commit of a ring.
///
/// # Lifetime
///
/// A lens holds the memory that it reads: closing the region refuses new lenses and takes nothing
/// from those that exist. Lenses over memory that was given to something else since (a builder that
/// was reset, a message of a stream behind which the next was read, a ring record that was
/// released) read undefined values and never crash; with assertions on (`-ea:dev.caplens...`) they
/// throw [IllegalStateException].
///
/// # Errors
///
/// Following a pointer throws [MalformedMessage][dev.caplens.core.message.MalformedMessage] for
/// what the sender got wrong and [LimitReached][dev.caplens.core.message.LimitReached] for what the
/// settings refuse; both name the segment and the word where there is one. So does each call that
/// says it reads, gets or copies what a pointer leads to, an element of a list of pointers among
/// them. Reading and writing fields that are no pointers throws neither. Building throws
/// [LimitReached][dev.caplens.core.message.LimitReached] for an object that no segment can hold
/// (2^29 words; [IllegalArgumentException] for a list of structs) and [OutOfMemoryError] where a
/// further segment cannot be had.
///
/// # Files that others truncate
///
/// If another process shortens a mapped file under a message, an access behind its new end throws
/// [InternalError] at that access or shortly after it, and what was read until then is undefined.
/// This holds for the accessors here, and for plain loads and stores, fills and copies of the
/// [MemorySegment][java.lang.foreign.MemorySegment]s and buffers that `bytes()`, `asByteBuffer()`
/// and `segmentBytes()` give. It does not hold for operations of the JDK that have machine code of
/// their own, such as `MemorySegment.mismatch`, `ByteBuffer.equals` and all of `java.util.zip`, nor
/// for other native code: over such memory they can end the JVM. Copy the bytes out first, or map
/// what nobody can shorten: a sealed `memfd`. The decision record 0016 has the details.
@NullMarked
package dev.caplens.core.message;

import org.jspecify.annotations.NullMarked;
