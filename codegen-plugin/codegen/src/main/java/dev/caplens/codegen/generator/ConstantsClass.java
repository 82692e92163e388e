package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.Declaration;
import dev.caplens.codegen.schema.Node;
import dev.caplens.codegen.schema.SchemaSet;
import dev.caplens.codegen.schema.Type;
import dev.caplens.codegen.schema.Value;
import java.util.ArrayList;
import java.util.List;

/// Writes constants: those of a file as a class of their own, those of a type into its class.
final class ConstantsClass {
  private final SchemaSet schemas;

  ConstantsClass(SchemaSet schemas) {
    this.schemas = schemas;
  }

  /// The class of a file's top-level constants.
  void write(JavaSource out, Node.File file, ClassName name) {
    List<String> doc = new ArrayList<>();
    doc.add("The constants of `" + file.declaration().displayName() + "`.");
    doc.addAll(Doc.paragraphs(file.declaration().doc()));
    out.doc(doc);
    out.open("public final class %s", name.simple());
    out.line("private %s() {}", name.simple());
    writeAll(out, file.declaration());
    out.close();
  }

  /// The constants that stand in a scope, if any.
  void writeAll(JavaSource out, Declaration scope) {
    for (Declaration.Nested nested : scope.nested()) {
      if (schemas.nodes().get(nested.id()) instanceof Node.Const constant) {
        write(out, nested.name(), constant);
      }
    }
  }

  private void write(JavaSource out, String name, Node.Const constant) {
    String type;
    String value;
    switch (constant.value()) {
      case Value.Bool bool -> {
        type = "boolean";
        value = Boolean.toString(bool.value());
      }
      case Value.Int number -> {
        type = JavaType.ofNumber(constant.type());
        value = integer(constant.type(), number.value());
      }
      case Value.Float32 number -> {
        type = "float";
        value = Literal.ofFloat(number.bits());
      }
      case Value.Float64 number -> {
        type = "double";
        value = Literal.ofDouble(number.bits());
      }
      case Value.Text text -> {
        type = out.type("java.lang", "String");
        value = Literal.ofText(text.value());
      }
      default -> {
        return;
      }
    }
    out.gap().doc(describe(name, constant));
    declare(out, "public static final %s %s =".formatted(type, Identifier.constant(name)), value);
  }

  private static void declare(JavaSource out, String left, String value) {
    if (2 + left.length() + 1 + value.length() + 1 <= JavaSource.WIDTH) {
      out.line("%s", left + ' ' + value + ';');
    } else {
      out.line("%s", left).deeper(2).line("%s", value + ';').deeper(-2);
    }
  }

  private static String integer(Type type, long value) {
    return switch (type) {
      case Type.Simple.UINT64 -> Literal.ofUnsignedLong(value);
      case Type.Simple.INT64, Type.Simple.UINT32 -> Literal.ofLong(value);
      default -> Literal.ofInt(value);
    };
  }

  private static List<String> describe(String name, Node.Const constant) {
    List<String> doc = new ArrayList<>(Doc.paragraphs(constant.declaration().doc()));
    String hex =
        constant.value() instanceof Value.Int number && number.value() > 9
            ? ", 0x" + Long.toHexString(number.value())
            : "";
    String unsigned = constant.type() == Type.Simple.UINT64 ? "; to be read as unsigned" : "";
    doc.add("`%s :%s`%s%s.".formatted(name, JavaType.schemaName(constant.type()), hex, unsigned));
    return doc;
  }
}
