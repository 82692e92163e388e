package dev.caplens.codegen.compiler.syntax;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an annotation may be applied to, in the order of the schema's `targets…` fields.
public enum AnnotationTarget {
  FILE,
  CONST,
  ENUM,
  ENUMERANT,
  STRUCT,
  FIELD,
  UNION,
  GROUP,
  INTERFACE,
  METHOD,
  PARAM,
  ANNOTATION;

  /// The target that the source calls `name`, or null.
  static @Nullable AnnotationTarget named(String name) {
    for (AnnotationTarget target : values()) {
      if (target.name().toLowerCase(Locale.ROOT).equals(name)) {
        return target;
      }
    }
    return null;
  }
}
