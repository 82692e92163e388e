/// What a compiled schema says: nodes, types, brands and values as immutable records.
///
/// This is `schema.capnp` as Java sees it best. It is independent of how requests are encoded, so
/// that compiling knows nothing of messages, and the encoder nothing of compiling.
@NullMarked
package dev.caplens.codegen.compiler.schema;

import org.jspecify.annotations.NullMarked;
