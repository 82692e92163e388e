package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.Brand;
import dev.caplens.codegen.compiler.schema.Field;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.schema.Value;
import dev.caplens.codegen.compiler.value.EmbeddedMessage;
import dev.caplens.codegen.compiler.value.WireList;
import dev.caplens.codegen.compiler.value.WireObject;
import dev.caplens.codegen.compiler.value.WireStruct;
import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Evaluates expressions as values of a given type.
final class ValueTranslator {

  private static final Set<String> WORDS = Set.of("void", "true", "false", "nan", "inf");
  private static final SchemaNode.Struct UNKNOWN_SHAPE =
      new SchemaNode.Struct(0, 0, false, 0, 0, List.of());

  private final ConstantLookup constants;
  private final SchemaLookup schemas;
  private final ErrorSink errors;
  private final TypeNames names;

  ValueTranslator(ConstantLookup constants, SchemaLookup schemas, ErrorSink errors) {
    this.constants = constants;
    this.schemas = schemas;
    this.errors = errors;
    this.names = new TypeNames(schemas);
  }

  /// The value of `source` as a `type`; null, and an error, where it is none.
  @Nullable Value value(Expression source, Type type) {
    if (type instanceof Type.Parameter || type instanceof Type.MethodParameter) {
      errors.errorOn(
          source,
          "Cannot interpret value because the type is a generic type parameter which is not yet "
              + "bound. We don't know what type to expect here.");
      return null;
    }
    Literal literal = literal(source, type);
    if (literal == null) {
      return null;
    }
    if (fits(source, type, literal)) {
      return encode(literal, type);
    }
    Value wrapped =
        type instanceof Type.StructType struct ? firstField(source, struct, literal) : null;
    if (wrapped == null) {
      mismatch(source, type);
    }
    return wrapped;
  }

  /// A struct whose first field alone is given may be written as just that field's value.
  private @Nullable Value firstField(Expression source, Type.StructType type, Literal literal) {
    SchemaNode.Struct shape = shape(type.id());
    if (shape.fields().isEmpty()
        || !(shape.fields().getFirst().body() instanceof Field.Slot slot)) {
      return null;
    }
    Type fieldType = new Bindings(type.brand()).apply(slot.type());
    if (!fits(source, fieldType, literal)) {
      return null;
    }
    WireStruct struct = StructWriter.newStruct(shape);
    StructWriter writer = new StructWriter(struct, shape, schemas);
    set(writer, shape.fields().getFirst(), encode(literal, fieldType));
    return new Value.Pointer(struct);
  }

  private void mismatch(Expression source, Type type) {
    errors.errorOn(source, "Type mismatch; expected " + names.of(type) + ".");
  }

  private SchemaNode.Struct shape(long id) {
    SchemaNode node = schemas.outline(id);
    return node != null && node.body() instanceof SchemaNode.Struct shape ? shape : UNKNOWN_SHAPE;
  }

  private boolean fits(Expression source, Type type, Literal literal) {
    return switch (literal) {
      case Literal.Void none -> type == Type.Builtin.VOID;
      case Literal.Bool bool -> type == Type.Builtin.BOOL;
      case Literal.Signed(long value) when value < 0 ->
          inRange(source, Numbers.takesNegative(type, value));
      case Literal.Signed(long value) -> inRange(source, Numbers.takesUnsigned(type, value));
      case Literal.Unsigned(long value) -> inRange(source, Numbers.takesUnsigned(type, value));
      case Literal.Float number -> Numbers.isFloat(type);
      case Literal.Enum(Type.EnumType actual, int value) -> type.equals(actual);
      case Literal.Object(Type actual, WireObject value) ->
          type.equals(actual) || any(type, actual);
    };
  }

  private boolean inRange(Expression source, @Nullable Boolean takes) {
    if (takes == null) {
      return false;
    }
    if (!takes) {
      errors.errorOn(source, "Integer value out of range.");
    }
    return true;
  }

  private static boolean any(Type expected, Type actual) {
    return switch (actual) {
      case Type.ListOf list -> expected == Type.AnyPointer.ANY || expected == Type.AnyPointer.LIST;
      case Type.StructType struct ->
          expected == Type.AnyPointer.ANY || expected == Type.AnyPointer.STRUCT;
      default -> false;
    };
  }

  private static Value encode(Literal literal, Type type) {
    return switch (literal) {
      case Literal.Void none -> Value.ZERO;
      case Literal.Bool(boolean value) -> new Value.Bits(value ? 1 : 0);
      case Literal.Signed(long value) -> new Value.Bits(Numbers.integerBits(type, value, true));
      case Literal.Unsigned(long value) -> new Value.Bits(Numbers.integerBits(type, value, false));
      case Literal.Float(double value) -> new Value.Bits(Numbers.floatBits(type, value));
      case Literal.Enum(Type.EnumType actual, int value) -> new Value.Bits(value);
      case Literal.Object(Type actual, WireObject value) -> new Value.Pointer(value);
    };
  }

  private static void set(StructWriter writer, Field field, Value value) {
    switch (value) {
      case Value.Bits(long raw) -> writer.set(field, raw, null);
      case Value.Pointer(WireObject object) -> writer.set(field, 0, object);
    }
  }

  private @Nullable Literal literal(Expression source, Type type) {
    return switch (source) {
      case Expression.RelativeName(Name name) -> word(source, name.text(), type);
      case Expression.AbsoluteName name -> constants.constant(source);
      case Expression.Import name -> constants.constant(source);
      case Expression.Application name -> constants.constant(source);
      case Expression.Member name -> constants.constant(source);
      case Expression.Embed(Name path, int start, int end) -> embed(source, path, type);
      case Expression.PositiveInteger(long value, int start, int end) ->
          new Literal.Unsigned(value);
      case Expression.NegativeInteger(long value, int start, int end) -> negative(source, value);
      case Expression.Decimal(double value, int start, int end) -> new Literal.Float(value);
      case Expression.Text(byte[] bytes, int start, int end) ->
          type == Type.Builtin.DATA
              ? new Literal.Object(type, WireList.Primitives.ofBytes(bytes))
              : new Literal.Object(Type.Builtin.TEXT, WireList.Primitives.ofText(bytes));
      case Expression.Binary(byte[] bytes, int start, int end) -> {
        if (type != Type.Builtin.DATA) {
          mismatch(source, type);
          yield null;
        }
        yield new Literal.Object(type, WireList.Primitives.ofBytes(bytes));
      }
      case Expression.ListLiteral list -> list(list, type);
      case Expression.Tuple tuple -> struct(tuple, type);
      case Expression.Unknown unknown -> null;
    };
  }

  private @Nullable Literal word(Expression source, String word, Type type) {
    if (type instanceof Type.EnumType(long id, Brand brand)) {
      SchemaNode node = schemas.outline(id);
      int index =
          node != null && node.body() instanceof SchemaNode.Enum body ? body.indexOf(word) : -1;
      return index >= 0
          ? new Literal.Enum((Type.EnumType) type, index)
          : constants.constant(source);
    }
    return switch (word) {
      case "void" -> new Literal.Void();
      case "true" -> new Literal.Bool(true);
      case "false" -> new Literal.Bool(false);
      case "nan" -> new Literal.Float(Double.NaN);
      case "inf" -> new Literal.Float(Double.POSITIVE_INFINITY);
      default -> constants.constant(source);
    };
  }

  private @Nullable Literal negative(Expression source, long value) {
    if (Long.compareUnsigned(value, Long.MIN_VALUE) > 0) {
      errors.errorOn(source, "Integer is too big to be negative.");
      return null;
    }
    return new Literal.Signed(-value);
  }

  private @Nullable Literal embed(Expression source, Name path, Type type) {
    byte[] bytes = constants.embed(path);
    if (bytes == null) {
      return null;
    }
    if (type == Type.Builtin.TEXT) {
      return new Literal.Object(type, WireList.Primitives.ofText(bytes));
    }
    if (type == Type.Builtin.DATA) {
      return new Literal.Object(type, WireList.Primitives.ofBytes(bytes));
    }
    if (!(type instanceof Type.StructType)) {
      errors.errorOn(source, "Embeds can only be used when Text, Data, or a struct is expected.");
      return null;
    }
    WireStruct struct = EmbeddedMessage.read(bytes);
    if (struct == null) {
      errors.errorOn(source, "Embedded file is not a valid Cap'n Proto message.");
      return null;
    }
    return new Literal.Object(type, struct);
  }

  private @Nullable Literal list(Expression.ListLiteral source, Type type) {
    if (!(type instanceof Type.ListOf(Type element))) {
      mismatch(source, type);
      return null;
    }
    List<@Nullable Value> values = new ArrayList<>();
    for (Expression expression : source.elements()) {
      values.add(value(expression, element));
    }
    return new Literal.Object(type, list(element, values));
  }

  private WireList list(Type element, List<@Nullable Value> values) {
    if (!element.isPointer()) {
      long[] raw = new long[values.size()];
      for (int i = 0; i < raw.length; i++) {
        raw[i] = values.get(i) instanceof Value.Bits(long bits) ? bits : 0;
      }
      return new WireList.Primitives(element.bits(), raw);
    }
    List<@Nullable WireObject> objects = new ArrayList<>();
    for (Value value : values) {
      objects.add(value instanceof Value.Pointer(WireObject object) ? object : null);
    }
    if (!(element instanceof Type.StructType struct)) {
      return new WireList.Pointers(objects);
    }
    SchemaNode.Struct shape = shape(struct.id());
    List<WireStruct> structs = new ArrayList<>();
    for (WireObject object : objects) {
      WireStruct given = object instanceof WireStruct s ? s : new WireStruct(0, 0);
      structs.add(given.resized(shape.dataWords(), shape.pointers()));
    }
    return new WireList.Structs(shape.dataWords(), shape.pointers(), structs);
  }

  private @Nullable Literal struct(Expression.Tuple source, Type type) {
    if (!(type instanceof Type.StructType struct)) {
      mismatch(source, type);
      return null;
    }
    SchemaNode.Struct shape = shape(struct.id());
    WireStruct target = StructWriter.newStruct(shape);
    fill(new StructWriter(target, shape, schemas), new Bindings(struct.brand()), source);
    return new Literal.Object(type, target);
  }

  private void fill(StructWriter writer, Bindings bindings, Expression.Tuple source) {
    for (Expression.Parameter assignment : source.members()) {
      Name name = assignment.name();
      if (name == null) {
        errors.errorOn(assignment.value(), "Missing field name.");
        continue;
      }
      Field field = writer.shape().field(name.text());
      if (field == null) {
        errors.errorOn(name, "Struct has no field named '" + name.text() + "'.");
        continue;
      }
      assign(writer, bindings, field, assignment.value());
    }
  }

  private void assign(StructWriter writer, Bindings bindings, Field field, Expression source) {
    switch (field.body()) {
      case Field.Slot slot -> {
        Type type = bindings.apply(slot.type());
        reach(type);
        Value value = value(source, type);
        if (value != null) {
          set(writer, field, value);
        }
      }
      case Field.Group group -> {
        if (source instanceof Expression.Tuple) {
          reachMembers(group, bindings);
        }
        StructWriter inner = writer.enter(field, group);
        if (inner != null && source instanceof Expression.Tuple tuple) {
          fill(inner, bindings, tuple);
        } else if (inner == null || !assignFirst(inner, bindings, group, source)) {
          errors.errorOn(source, "Type mismatch; expected group.");
        }
      }
    }
  }

  private void reach(Type type) {
    switch (type) {
      case Type.ListOf(Type element) -> reach(element);
      case Type.EnumType(long id, Brand brand) -> schemas.reach(id);
      case Type.StructType(long id, Brand brand) -> schemas.reach(id);
      case Type.InterfaceType(long id, Brand brand) -> schemas.reach(id);
      default -> {}
    }
  }

  /// A value that enters a group has looked at the types of all its members, groups in it included;
  /// of a union, at that of member 0, as [StructWriter#enter] clears them.
  private void reachMembers(Field.Group group, Bindings bindings) {
    for (Field member : shape(group.id()).fields()) {
      if (member.inUnion() && member.discriminant() != 0) {
        continue;
      }
      switch (member.body()) {
        case Field.Slot slot -> reach(bindings.apply(slot.type()));
        case Field.Group inner -> reachMembers(inner, bindings);
      }
    }
  }

  /// A group, like a struct, may be written as just the value of its first field.
  private boolean assignFirst(
      StructWriter inner, Bindings bindings, Field.Group group, Expression source) {
    if (inner.shape().fields().isEmpty()
        || !(inner.shape().fields().getFirst().body() instanceof Field.Slot slot)
        || !mayBeValue(source)) {
      return false;
    }
    Type type = bindings.apply(slot.type());
    Literal literal = literal(source, new Type.StructType(group.id(), Brand.NONE));
    if (literal == null || !fits(source, type, literal)) {
      return false;
    }
    set(inner, inner.shape().fields().getFirst(), encode(literal, type));
    return true;
  }

  /// Whether an expression is worth evaluating where its type is only guessed.
  private static boolean mayBeValue(Expression source) {
    return switch (source) {
      case Expression.RelativeName(Name name) -> WORDS.contains(name.text());
      case Expression.Application application -> false;
      case Expression.Unknown unknown -> false;
      default -> true;
    };
  }
}
