package dev.caplens.core.schema;

import java.util.List;

/// What every kind of node has.
///
/// @param id unique among all schemas; unsigned
/// @param displayName for people, such as `person.capnp:Person.Phone`
/// @param name the last part of the display name
/// @param scopeId the node around this one; 0 for files and for the structs of method parameters
/// @param parameters the names of its type parameters, empty unless it is generic itself
/// @param generic whether it or a scope around it has type parameters
/// @param nested the declarations inside, in the order of the source
/// @param annotations what is applied to it
/// @param doc the comment in the source, empty where there is none
public record Declaration(
    long id,
    String displayName,
    String name,
    long scopeId,
    List<String> parameters,
    boolean generic,
    List<Nested> nested,
    List<AnnotationUse> annotations,
    String doc) {

  /// A declaration inside another and the name that it has there.
  public record Nested(String name, long id) {}
}
