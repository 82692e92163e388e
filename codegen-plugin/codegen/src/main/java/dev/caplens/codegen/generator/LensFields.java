package dev.caplens.codegen.generator;

import java.util.List;

/// Writes what a lens with type parameters holds for them: the object of its bound types.
final class LensFields {
  private final Generics generics;
  private final JavaSource out;

  LensFields(Generics generics, TypeNames names) {
    this.generics = generics;
    this.out = names.out();
  }

  /// The field.
  void declare() {
    if (generics.any()) {
      out.line("private final Bound%s type;", generics.arguments()).line("");
    }
  }

  /// The rest of a constructor: the call of the one above and what follows, the field, the end.
  void assign(String... statements) {
    List.of(statements).forEach(out::line);
    if (generics.any()) {
      out.line("this.type = type;");
    }
    out.close();
  }
}
