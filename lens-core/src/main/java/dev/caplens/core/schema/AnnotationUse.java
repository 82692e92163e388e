package dev.caplens.core.schema;

/// An annotation as it is applied to something.
///
/// @param id the id of the annotation's declaration
public record AnnotationUse(long id, Value value) {}
