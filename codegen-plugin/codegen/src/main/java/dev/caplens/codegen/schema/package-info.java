/// Schemas as values: what a `CodeGeneratorRequest` says, in sealed types and records.
///
/// Nothing here knows a target language. A [SchemaSet][dev.caplens.codegen.schema.SchemaSet] holds
/// all nodes of a request; a node refers to others by id.
@NullMarked
package dev.caplens.codegen.schema;

import org.jspecify.annotations.NullMarked;
