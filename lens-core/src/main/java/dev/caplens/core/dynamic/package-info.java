/// Values of any schema, read and built by name.
///
/// [DynamicTypes][dev.caplens.core.dynamic.DynamicTypes] makes types from a
/// [SchemaSet][dev.caplens.core.schema.SchemaSet]: of structs, enums, lists and interfaces, with
/// the parameters of generics bound. A [StructSchema][dev.caplens.core.dynamic.StructSchema] is a
/// `StructType` like that of a generated class and is used in the same places. The lenses that it
/// makes read and build in place; values come as
/// [DynamicValue][dev.caplens.core.dynamic.DynamicValue], to `switch` over, or through accessors of
/// one type.
///
/// An access by name looks the name up in a hash table; one with a
/// [StructField][dev.caplens.core.dynamic.StructField] that was looked up once goes to its place at
/// once.
///
/// Types are immutable and may be shared between threads. Lenses keep the rules of threads,
/// lifetime and errors of [dev.caplens.core.message]: whatever follows a pointer may throw its
/// `MalformedMessage` and `LimitReached`. A type that the schemas refer to but do not hold is a
/// [SchemaError][dev.caplens.core.schema.SchemaError] where it is first needed.
@NullMarked
package dev.caplens.core.dynamic;

import org.jspecify.annotations.NullMarked;
