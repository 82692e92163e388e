package dev.caplens.core.text;

import dev.caplens.core.dynamic.DynamicList;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicType;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.dynamic.EnumSchema;
import dev.caplens.core.dynamic.InterfaceSchema;
import dev.caplens.core.dynamic.ListSchema;
import dev.caplens.core.dynamic.StructField;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.form.Target;
import dev.caplens.core.schema.Type;
import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.Name;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Sets values to what expressions say.
///
/// What is wrong is reported in the reference's words and left out; the rest is set. A wrong value
/// does not become the active member of a union.
///
/// The schema compiler evaluates the same expressions, but against declarations whose layout may
/// not be known yet, and into words instead of a message; so the two share the syntax only.
final class ValueReader {

  private final ErrorSink errors;

  ValueReader(ErrorSink errors) {
    this.errors = errors;
  }

  void fields(Expression.Tuple source, DynamicStruct.Builder target) {
    for (Expression.Parameter assignment : source.members()) {
      Name name = assignment.name();
      if (name == null) {
        errors.errorOn(assignment.value(), "Missing field name.");
        continue;
      }
      StructField field = target.schema().find(name.text()).orElse(null);
      if (field == null) {
        errors.errorOn(name, "Struct has no field named '" + name.text() + "'.");
      } else {
        value(assignment.value(), new Target.OfField(target, field));
      }
    }
  }

  private void value(Expression source, Target target) {
    switch (source) {
      case Expression.Unknown unknown -> {}
      case Expression.AbsoluteName name -> constant(source);
      case Expression.Import name -> constant(source);
      case Expression.Application name -> constant(source);
      case Expression.Member name -> constant(source);
      case Expression.Embed embed -> errors.errorOn(source, "External embeds not allowed.");
      case Expression.RelativeName(Name name) -> word(source, name.text(), target);
      case Expression.PositiveInteger(long value, int start, int end) ->
          integer(source, value, false, target);
      case Expression.NegativeInteger(long value, int start, int end) ->
          negative(source, value, target);
      case Expression.Decimal(double value, int start, int end) -> decimal(source, value, target);
      case Expression.Text(byte[] bytes, int start, int end) -> text(source, bytes, target);
      case Expression.Binary(byte[] bytes, int start, int end) -> binary(source, bytes, target);
      case Expression.ListLiteral list -> list(list, target);
      case Expression.Tuple tuple -> struct(tuple, target);
    }
  }

  private void constant(Expression source) {
    errors.errorOn(source, "External constants not allowed.");
  }

  private void word(Expression source, String word, Target target) {
    if (target.type() instanceof EnumSchema type) {
      OptionalInt number = type.number(word);
      if (number.isPresent()) {
        target.set(number.getAsInt());
      } else {
        errors.errorOn(source, "Enum " + name(type) + " has no enumerant named '" + word + "'.");
      }
      return;
    }
    switch (word) {
      case "void" -> setIf(isPlain(target, Type.Simple.VOID), source, null, target);
      case "true" -> setIf(isPlain(target, Type.Simple.BOOL), source, true, target);
      case "false" -> setIf(isPlain(target, Type.Simple.BOOL), source, false, target);
      case "nan" -> decimal(source, Double.NaN, target);
      case "inf" -> decimal(source, Double.POSITIVE_INFINITY, target);
      default -> constant(source);
    }
  }

  private void setIf(boolean fits, Expression source, @Nullable Object value, Target target) {
    if (fits) {
      target.set(value);
    } else {
      mismatch(source, target);
    }
  }

  private void negative(Expression source, long magnitude, Target target) {
    if (Long.compareUnsigned(magnitude, Long.MIN_VALUE) > 0) {
      errors.errorOn(source, "Integer is too big to be negative.");
    } else {
      integer(source, -magnitude, magnitude != 0, target);
    }
  }

  /// @param value signed where `negative`, else unsigned
  private void integer(Expression source, long value, boolean negative, Target target) {
    if (!(target.type() instanceof DynamicType.Plain plain)) {
      mismatch(source, target);
      return;
    }
    Type.Simple kind = plain.kind();
    DynamicValue number = negative ? new DynamicValue.Int(value) : new DynamicValue.UInt(value);
    switch (kind) {
      case VOID, BOOL, TEXT, DATA -> mismatch(source, target);
      case FLOAT32, FLOAT64 -> target.set(Numerals.real(kind, number));
      default -> {
        DynamicValue nearest = Numerals.nearest(kind, number);
        if (!nearest.equals(number)) {
          errors.errorOn(source, "Integer value out of range.");
        }
        target.set(nearest);
      }
    }
  }

  private void decimal(Expression source, double value, Target target) {
    if (isPlain(target, Type.Simple.FLOAT32)) {
      target.set((float) value);
    } else {
      setIf(isPlain(target, Type.Simple.FLOAT64), source, value, target);
    }
  }

  private void text(Expression source, byte[] bytes, Target target) {
    if (isPlain(target, Type.Simple.TEXT)) {
      target.text(bytes);
    } else {
      binary(source, bytes, target);
    }
  }

  private void binary(Expression source, byte[] bytes, Target target) {
    if (isPlain(target, Type.Simple.DATA)) {
      target.data(bytes);
    } else {
      mismatch(source, target);
    }
  }

  private void list(Expression.ListLiteral source, Target target) {
    if (!(target.type() instanceof ListSchema)) {
      mismatch(source, target);
      return;
    }
    List<Expression> elements = source.elements();
    DynamicList.Builder list = target.list(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      value(elements.get(i), new Target.OfElement(list, i));
    }
  }

  private void struct(Expression.Tuple source, Target target) {
    if (target.type() instanceof StructSchema) {
      fields(source, target.struct());
    } else {
      mismatch(source, target);
    }
  }

  private void mismatch(Expression source, Target target) {
    errors.errorOn(source, "Type mismatch; expected " + name(target.type()) + ".");
  }

  private static boolean isPlain(Target target, Type.Simple kind) {
    return target.type() instanceof DynamicType.Plain plain && plain.kind() == kind;
  }

  /// A type as the reference names it in errors: the last part of its name.
  private static String name(DynamicType type) {
    return switch (type) {
      case DynamicType.Plain plain -> plain.toString();
      case ListSchema list -> "List(" + name(list.element()) + ")";
      case EnumSchema enumSchema -> enumSchema.declaration().declaration().name();
      case StructSchema struct when struct.isGroup() -> "group";
      case StructSchema struct -> struct.declaration().declaration().name();
      case InterfaceSchema capability -> capability.declaration().declaration().name();
      case DynamicType.Any any -> "AnyPointer";
    };
  }
}
