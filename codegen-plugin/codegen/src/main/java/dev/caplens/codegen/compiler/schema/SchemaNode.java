package dev.caplens.codegen.compiler.schema;

import dev.caplens.codegen.compiler.syntax.AnnotationTarget;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A compiled declaration.
///
/// @param prefixLength bytes of the display name in front of the unqualified name
/// @param scopeId the enclosing declaration; 0 for files and for parameters and results of methods
/// @param nested the declarations within; null for groups, parameters and results, which cannot
///   have any
/// @param range where it was declared; [SourceRange#NONE] for what an imported file declares, for
///   annotations, and for all that has no declaration of its own
public record SchemaNode(
    long id,
    String displayName,
    int prefixLength,
    long scopeId,
    List<String> parameters,
    boolean generic,
    @Nullable List<Nested> nested,
    List<Annotation> annotations,
    SourceRange range,
    Body body) {

  public record Nested(String name, long id) {}

  public sealed interface Body {}

  public record File() implements Body {}

  /// @param discriminantCount members of the union; 0 if there is none
  /// @param discriminantOffset in units of 16 bits
  public record Struct(
      int dataWords,
      int pointers,
      boolean group,
      int discriminantCount,
      int discriminantOffset,
      List<Field> fields)
      implements Body {

    public @Nullable Field field(String name) {
      for (Field field : fields) {
        if (field.name().equals(name)) {
          return field;
        }
      }
      return null;
    }
  }

  public record Enum(List<Enumerant> enumerants) implements Body {

    /// The number of the enumerant `name`, or -1.
    public int indexOf(String name) {
      for (int i = 0; i < enumerants.size(); i++) {
        if (enumerants.get(i).name().equals(name)) {
          return i;
        }
      }
      return -1;
    }
  }

  public record Enumerant(String name, int codeOrder, List<Annotation> annotations) {}

  public record Interface(List<Superclass> superclasses, List<Method> methods) implements Body {}

  public record Superclass(long id, Brand brand) {}

  /// @param implicitParameters names of the method's own generic parameters
  public record Method(
      String name,
      int codeOrder,
      List<String> implicitParameters,
      StructReference parameters,
      StructReference results,
      List<Annotation> annotations) {}

  public record StructReference(long id, Brand brand) {}

  public record Const(Type type, Value value) implements Body {}

  public record AnnotationDeclaration(Type type, Set<AnnotationTarget> targets) implements Body {}

  /// The same node with the place of its declaration.
  public SchemaNode at(SourceRange declared) {
    return new SchemaNode(
        id,
        displayName,
        prefixLength,
        scopeId,
        parameters,
        generic,
        nested,
        annotations,
        declared,
        body);
  }

  /// The name without the scopes around it.
  public String simpleName() {
    byte[] bytes = displayName.getBytes(StandardCharsets.UTF_8);
    return new String(bytes, prefixLength, bytes.length - prefixLength, StandardCharsets.UTF_8);
  }
}
