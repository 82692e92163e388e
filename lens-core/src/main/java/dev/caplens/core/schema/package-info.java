/// Schemas as values: what a `CodeGeneratorRequest` says, in sealed types and records.
///
/// A [SchemaSet][dev.caplens.core.schema.SchemaSet] holds nodes; a node refers to others by id. The
/// generator writes code from these records, and the run time reads and builds values of any schema
/// with them. All but a [SchemaLoader][dev.caplens.core.schema.SchemaLoader] is immutable and may
/// be used by any thread.
@NullMarked
package dev.caplens.core.schema;

import org.jspecify.annotations.NullMarked;
