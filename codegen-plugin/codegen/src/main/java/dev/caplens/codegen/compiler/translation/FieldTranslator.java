package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.layout.FieldScope;
import dev.caplens.codegen.compiler.naming.MethodParameters;
import dev.caplens.codegen.compiler.naming.NameInterpreter;
import dev.caplens.codegen.compiler.naming.TypeReading;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.syntax.AnnotationTarget;
import dev.caplens.core.syntax.Expression;
import java.util.Objects;

/// Types, defaults and places of fields.
///
/// @param parameters a method's generic parameters, if the fields are its parameters or results
record FieldTranslator(
    NameInterpreter names,
    PendingValues values,
    Annotations annotations,
    MethodParameters parameters) {

  void place(Member member) {
    Member.FieldSource source = Objects.requireNonNull(member.field);
    TypeReading reading = Types.translate(source.type(), names, parameters);
    Type type = reading.type();
    ValueCell value = new ValueCell(type);
    boolean explicit = reading.valid() && source.defaultValue() != null;
    if (explicit) {
      evaluate(Objects.requireNonNull(source.defaultValue()), type, value, member);
    }
    member.place(type, value, explicit, offset(type, Objects.requireNonNull(member.scope)));
  }

  private void evaluate(Expression source, Type type, ValueCell value, Member member) {
    boolean isNull =
        member.source.kind() == AnnotationTarget.PARAM
            && source instanceof Expression.RelativeName name
            && name.name().text().equals("null");
    if (!isNull) {
      values.evaluate(source, type, Bindings.UNBOUND, value);
    } else if (!type.isPointer()) {
      names
          .errors()
          .errorOn(source, "Only pointer parameters can declare their default as 'null'.");
    }
  }

  private static int offset(Type type, FieldScope scope) {
    if (type.isPointer()) {
      return scope.addPointer();
    }
    if (type.bits() == 0) {
      scope.addVoid();
      return 0;
    }
    return scope.addData(Integer.numberOfTrailingZeros(type.bits()));
  }
}
