package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.naming.BrandedDeclaration;
import dev.caplens.codegen.compiler.naming.Kind;
import dev.caplens.codegen.compiler.naming.MethodParameters;
import dev.caplens.codegen.compiler.naming.NameInterpreter;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.schema.Value;
import dev.caplens.codegen.compiler.value.WireList;
import dev.caplens.codegen.compiler.value.WireObject;
import dev.caplens.codegen.compiler.value.WireStruct;
import dev.caplens.core.syntax.ErrorSink;
import dev.caplens.core.syntax.Expression;
import dev.caplens.core.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of one declaration: primitive ones and texts are evaluated at once, the others once
/// all shapes are known.
final class PendingValues implements ConstantLookup {

  private record Pending(Expression source, Type type, Bindings bindings, ValueCell target) {}

  private final NameInterpreter names;
  private final SchemaLookup schemas;
  private final ErrorSink errors;
  private final ValueTranslator translator;
  private final List<Pending> pending = new ArrayList<>();
  private boolean finishing;

  PendingValues(NameInterpreter names, SchemaLookup schemas) {
    this.names = names;
    this.schemas = schemas;
    this.errors = names.errors();
    this.translator = new ValueTranslator(this, schemas, errors);
  }

  /// Evaluates `source` into `target`, now or when [#finish] is called.
  void evaluate(Expression source, Type type, Bindings bindings, ValueCell target) {
    Pending value = new Pending(source, type, bindings, target);
    if (type.isPointer() && type != Type.Builtin.TEXT && type != Type.Builtin.DATA) {
      pending.add(value);
    } else {
      evaluate(value);
    }
  }

  void finish() {
    finishing = true;
    pending.forEach(this::evaluate);
    pending.clear();
  }

  private void evaluate(Pending value) {
    Type type = value.bindings().apply(value.type());
    Value result = isKnown(type) ? translator.value(value.source(), type) : null;
    if (result != null) {
      value.target().set(result);
    }
  }

  /// Makes the declaration of `type` known first, so that its errors come before those of the
  /// value; false where it is not fit for use, and so nothing can be said about the value.
  private boolean isKnown(Type type) {
    return switch (type) {
      case Type.ListOf(Type element) -> isKnown(element);
      case Type.EnumType(var id, var brand) -> schemas.isKnown(id);
      case Type.StructType(var id, var brand) -> schemas.isKnown(id);
      case Type.InterfaceType(var id, var brand) -> schemas.isKnown(id);
      default -> true;
    };
  }

  @Override
  public byte @Nullable [] embed(Name path) {
    byte[] bytes = schemas.embed(path.text());
    if (bytes == null) {
      errors.errorOn(path, "Couldn't read file for embed: " + path.text());
    }
    return bytes;
  }

  @Override
  public @Nullable Literal constant(Expression source) {
    BrandedDeclaration declaration = names.interpret(source, MethodParameters.NONE);
    if (declaration == null) {
      return null;
    }
    if (!(declaration instanceof BrandedDeclaration.Declared declared)
        || declared.kind() != Kind.CONST) {
      errors.errorOn(source, "'" + source + "' does not refer to a constant.");
      return null;
    }
    SchemaNode node = schemas.outline(declared.id());
    if (node != null && finishing) {
      node = schemas.complete(declared.id());
    }
    if (node == null || !(node.body() instanceof SchemaNode.Const(Type type, Value value))) {
      return null;
    }
    if (source instanceof Expression.RelativeName) {
      refuseUnqualified(source, node);
    }
    return literal(new Bindings(declared.brand()).apply(type), value);
  }

  private void refuseUnqualified(Expression source, SchemaNode constant) {
    SchemaNode scope = schemas.outline(constant.scopeId());
    if (scope == null) {
      return;
    }
    String parent = scope.body() instanceof SchemaNode.File ? "" : scope.simpleName();
    errors.errorOn(
        source,
        "Constant names must be qualified to avoid confusion.  Please replace '"
            + source
            + "' with '"
            + parent
            + "."
            + source
            + "', if that's what you intended.");
  }

  private static Literal literal(Type type, Value value) {
    return switch (value) {
      case Value.Bits(long raw) -> bits(type, raw);
      case Value.Pointer(WireObject object) ->
          new Literal.Object(type, object == null ? empty(type) : object);
    };
  }

  private static WireObject empty(Type type) {
    if (type instanceof Type.StructType) {
      return new WireStruct(0, 0);
    }
    return type == Type.Builtin.TEXT
        ? WireList.Primitives.ofText(new byte[0])
        : new WireList.Primitives(0, new long[0]);
  }

  private static Literal bits(Type type, long raw) {
    if (!(type instanceof Type.Builtin builtin)) {
      // An enum constant counts as a plain number, as in the reference.
      return new Literal.Unsigned(raw);
    }
    return switch (builtin) {
      case BOOL -> new Literal.Bool(raw != 0);
      case INT8, INT16, INT32, INT64 -> new Literal.Signed(raw);
      case UINT8, UINT16, UINT32, UINT64 -> new Literal.Unsigned(raw);
      case FLOAT32 -> new Literal.Float(Float.intBitsToFloat((int) raw));
      case FLOAT64 -> new Literal.Float(Double.longBitsToDouble(raw));
      case VOID, TEXT, DATA -> new Literal.Void();
    };
  }
}
