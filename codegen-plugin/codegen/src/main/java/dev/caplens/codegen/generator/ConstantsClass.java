package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Declaration;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import dev.caplens.core.schema.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes constants: those of a file as a class of their own, those of a type into its class.
///
/// Numbers, truth values, texts and enumerants are constants of Java. Structs, lists and data are
/// readers; inside a type they stand behind a method, in a class that is loaded at the first call,
/// so that no type needs another one to be initialized.
final class ConstantsClass {
  private final SchemaSet schemas;
  private final TypeNames names;
  private final JavaSource out;

  ConstantsClass(SchemaSet schemas, TypeNames names) {
    this.schemas = schemas;
    this.names = names;
    this.out = names.out();
  }

  /// The class of a file's top-level constants.
  ///
  /// @param reflection what writes the schema of the file, if the class is to carry it
  void write(Node.File file, ClassName name, Optional<ReflectionWriter> reflection) {
    List<String> doc = new ArrayList<>();
    doc.add("The constants of `" + file.declaration().displayName() + "`.");
    doc.addAll(Doc.paragraphs(file.declaration().doc()));
    out.doc(doc).open("public final class %s", name.simple());
    out.line("private %s() {}", name.simple());
    Set<String> taken = new HashSet<>();
    for (Declaration.Nested nested : constants(schemas, file.declaration())) {
      declarePublic(nested, taken);
    }
    reflection.ifPresent(writer -> writer.write(file, names));
    out.close();
  }

  /// The constants that stand directly in a scope and have a value.
  static List<Declaration.Nested> constants(SchemaSet schemas, Declaration scope) {
    return scope.nested().stream()
        .filter(nested ->
            schemas.nodes().get(nested.id()) instanceof Node.Const constant
                && constant.type() != Type.Simple.VOID)
        .toList();
  }

  /// The constants that stand inside a type, if any.
  void writeInside(Declaration scope) {
    Set<String> taken = new HashSet<>(Set.of("TYPE", "ID"));
    List<Declaration.Nested> readers = new ArrayList<>();
    for (Declaration.Nested nested : constants(schemas, scope)) {
      Type type = schemas.node(nested.id(), Node.Const.class).type();
      if (type.pointer() && type != Type.Simple.TEXT) {
        readers.add(nested);
      } else {
        declarePublic(nested, taken);
      }
    }
    if (readers.isEmpty()) {
      return;
    }
    Set<String> methods = new HashSet<>(Set.of("type", "schema", "contract"));
    Map<Declaration.Nested, String> kept = new LinkedHashMap<>();
    for (Declaration.Nested nested : readers) {
      Node.Const constant = schemas.node(nested.id(), Node.Const.class);
      kept.put(nested, FieldNames.unique(Identifier.constant(nested.name()), taken));
      String type = PointerForm.of(constant.type(), names).reader();
      out.gap().doc(Doc.returning(describe(nested.name(), constant)));
      String method = FieldNames.unique(Identifier.member(nested.name()), methods);
      out.open("public static %s %s()", type, method);
      out.line("return Constants.%s;", kept.get(nested)).close();
    }
    out.gap().open("private static final class Constants");
    kept.forEach((nested, name) ->
        declare("static final", name, schemas.node(nested.id(), Node.Const.class)));
    out.close();
  }

  private void declarePublic(Declaration.Nested nested, Set<String> taken) {
    Node.Const constant = schemas.node(nested.id(), Node.Const.class);
    out.gap().doc(describe(nested.name(), constant));
    String name = FieldNames.unique(Identifier.constant(nested.name()), taken);
    declare("public static final", name, constant);
  }

  private void declare(String modifiers, String name, Node.Const constant) {
    References.requireMessages(schemas, constant);
    String left = modifiers + " " + type(constant) + " " + name;
    if (constant.type().pointer() && constant.type() != Type.Simple.TEXT) {
      String type = PointerForm.of(constant.type(), names).type();
      String any = names.core("AnyPointer");
      Words.declare(out, left, any, constant.value(), ".as(" + type + ");");
    } else {
      out.code(left + " = " + value(constant) + ";");
    }
  }

  private String type(Node.Const constant) {
    return switch (constant.type()) {
      case Type.Simple.TEXT -> names.lang("String");
      case Type.EnumType named -> names.of(named.id());
      case Type.Simple simple when !simple.pointer() -> JavaType.ofNumber(simple);
      default -> PointerForm.of(constant.type(), names).reader();
    };
  }

  private String value(Node.Const constant) {
    return switch (constant.value()) {
      case Value.None none -> "";
      case Value.Bool bool -> Boolean.toString(bool.value());
      case Value.Int number -> integer(constant.type(), number.value());
      case Value.Float32 number -> Literal.ofFloat(number.bits(), names.lang("Float"));
      case Value.Float64 number -> Literal.ofDouble(number.bits(), names.lang("Double"));
      case Value.Text text -> Literal.ofText(text.value());
      case Value.EnumValue number -> type(constant) + ".of(" + number.value() + ")";
      case Value.Data data -> throw new IllegalArgumentException("held by a pointer: " + data);
      case Value.Pointer pointer ->
          throw new IllegalArgumentException("held by a pointer: " + pointer);
    };
  }

  private static String integer(Type type, long value) {
    return switch (type) {
      case Type.Simple.UINT64 -> Literal.ofUnsignedLong(value);
      case Type.Simple.INT64, Type.Simple.UINT32 -> Literal.ofLong(value);
      default -> Literal.ofInt(value);
    };
  }

  private List<String> describe(String name, Node.Const constant) {
    List<String> doc = new ArrayList<>(Doc.paragraphs(constant.declaration().doc()));
    String hex =
        constant.value() instanceof Value.Int number && number.value() > 9
            ? ", 0x" + Long.toHexString(number.value())
            : "";
    String unsigned = constant.type() == Type.Simple.UINT64 ? "; to be read as unsigned" : "";
    String type = new FieldDoc(schemas, names).type(constant.type());
    doc.add("`%s :%s`%s%s%s.".formatted(name, type, hex, unsigned, names.from(constant)));
    return doc;
  }
}
