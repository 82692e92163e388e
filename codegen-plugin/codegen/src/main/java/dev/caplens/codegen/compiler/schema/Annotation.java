package dev.caplens.codegen.compiler.schema;

/// An annotation as applied.
///
/// @param type the type of its value
public record Annotation(long id, Brand brand, Type type, Value value) {}
