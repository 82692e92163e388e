package dev.caplens.codegen.generator;

/// Writes what a lens with type parameters holds for them: one `PointerType` each.
final class LensFields {
  private final Generics generics;
  private final TypeNames names;

  LensFields(Generics generics, TypeNames names) {
    this.generics = generics;
    this.names = names;
  }

  /// The fields.
  void declare() {
    JavaSource out = names.out();
    for (Generics.Parameter parameter : generics.parameters()) {
      out.line("private final %s;", Generics.declaration(parameter, names));
    }
    if (generics.any()) {
      out.line("");
    }
  }

  /// The rest of a constructor: the call of the one above, the fields, the end.
  void assign(String call) {
    JavaSource out = names.out().line(call);
    for (Generics.Parameter parameter : generics.parameters()) {
      out.line("this.%s = %s;", parameter.variable(), parameter.variable());
    }
    out.close();
  }
}
