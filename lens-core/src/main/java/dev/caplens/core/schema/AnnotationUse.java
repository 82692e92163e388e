package dev.caplens.core.schema;

/// An annotation as it is applied to something.
///
/// Source: `Annotation` in `schema.capnp`.
///
/// @param id the id of the annotation's declaration
public record AnnotationUse(long id, Value value) {}
