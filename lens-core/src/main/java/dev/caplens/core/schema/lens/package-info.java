/// The lenses over `schema.capnp`: schemas and compilers' requests as messages.
///
/// The run-time schema, the generator and the schema compiler read and write them with these. They
/// are the generator's own output, committed since the generator cannot be built without them; a
/// test in `codegen` generates them again and compares.
@NullMarked
package dev.caplens.core.schema.lens;

import org.jspecify.annotations.NullMarked;
