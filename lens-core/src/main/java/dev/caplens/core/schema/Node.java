package dev.caplens.core.schema;

import java.util.List;

/// A declaration that has an id: a file, type, constant or annotation.
///
/// Source: `Node` in `schema.capnp`.
public sealed interface Node {

  /// What every kind of node has.
  Declaration declaration();

  /// The id of the node, unique among all schemas; unsigned.
  default long id() {
    return declaration().id();
  }

  /// A schema file, the scope of its top-level declarations.
  record File(Declaration declaration) implements Node {}

  /// A struct, or a group, which is a part of the struct around it.
  ///
  /// @param dataWords the size of the data section in words
  /// @param pointers the size of the pointer section in words
  /// @param group whether this is a group or named union; it then has the sizes of its struct
  /// @param discriminants the number of members of the unnamed union, 0 where there is none
  /// @param discriminantOffset where the union's discriminant stands, in units of 16 bits
  /// @param fields in the order of their ordinals
  record Struct(
      Declaration declaration,
      int dataWords,
      int pointers,
      boolean group,
      int discriminants,
      long discriminantOffset,
      List<Field> fields)
      implements Node {}

  /// An enum; an enumerant's place in the list is its value.
  record Enum(Declaration declaration, List<Enumerant> enumerants) implements Node {}

  /// An interface; a method's place in the list is its ordinal.
  record Interface(Declaration declaration, List<Method> methods, List<Superclass> superclasses)
      implements Node {}

  /// A constant.
  record Const(Declaration declaration, Type type, Value value) implements Node {}

  /// The declaration of an annotation.
  record Annotation(Declaration declaration, Type type) implements Node {}

  /// One name of an enum.
  record Enumerant(Member member) {}

  /// One method of an interface.
  ///
  /// @param implicitParameters the names of the method's own type parameters
  /// @param parameters the struct of the parameters
  /// @param results the struct of the results
  record Method(
      Member member,
      List<String> implicitParameters,
      Type.StructType parameters,
      Type.StructType results) {}

  /// An interface that another extends.
  record Superclass(long id, Brand brand) {}
}
