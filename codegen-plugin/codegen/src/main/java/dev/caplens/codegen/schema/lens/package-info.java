/// The lenses over `schema.capnp`, which the generator itself reads requests with, and which the
/// schema compiler writes them with.
///
/// They are the generator's own output, committed since the generator cannot be built without them;
/// a test generates them again and compares.
@NullMarked
package dev.caplens.codegen.schema.lens;

import org.jspecify.annotations.NullMarked;
