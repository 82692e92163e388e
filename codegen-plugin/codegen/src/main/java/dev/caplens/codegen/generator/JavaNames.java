package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.KnownAnnotations;
import dev.caplens.core.schema.Declaration;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaError;
import dev.caplens.core.schema.SchemaSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which Java class stands for which node.
///
/// Names are given once for the whole request. Where a nested type would bear the name of a type
/// around it, or one that generated code uses itself, `_` is put behind it; where two top-level
/// types would be the same class, the schemas have to say which gives way.
final class JavaNames {
  private final SchemaSet schemas;
  private final ReservedNames reserved;
  private final Optional<String> defaultPackage;
  private final Map<Long, ClassName> names = new HashMap<>();
  private final Map<Long, ClassName> constants = new HashMap<>();
  private final Map<Long, List<Node>> inside = new HashMap<>();
  private final Map<ClassName, String> owners = new HashMap<>();
  private final Map<Long, Long> interfaceOfDetached = new HashMap<>();

  JavaNames(SchemaSet schemas, Optional<String> defaultPackage) {
    this.schemas = schemas;
    this.reserved = new ReservedNames(schemas);
    this.defaultPackage = defaultPackage;
    for (Node node : schemas.nodes().values()) {
      if (node instanceof Node.File file) {
        nameFile(file);
      }
    }
  }

  /// The class of a struct, group, enum or interface.
  ClassName of(long id) {
    ClassName name = names.get(id);
    if (name == null) {
      Node node = schemas.node(id);
      throw new SchemaError(
          node.declaration().displayName() + " is used as a type, but there is no class for it");
    }
    return name;
  }

  /// Whether a node has a class.
  boolean has(long id) {
    return names.containsKey(id);
  }

  /// The types directly inside a node that have a class, in the order in which they were named.
  List<Node> inside(Node node) {
    return inside.getOrDefault(node.id(), List.of());
  }

  /// The type parameters that a struct or interface sees, the outermost scope's first.
  Generics generics(Node node) {
    List<Generics.Parameter> parameters = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Node at : scopes(node)) {
      List<String> own = at.declaration().parameters();
      for (int i = 0; i < own.size(); i++) {
        String name = FieldNames.unique(own.get(i), taken);
        parameters.add(new Generics.Parameter(at.id(), i, name));
      }
    }
    Node owner = node;
    while (owner instanceof Node.Struct struct && struct.group()) {
      owner = schemas.node(owner.declaration().scopeId());
    }
    return parameters.isEmpty() ? Generics.NONE : new Generics(owner.id(), parameters);
  }

  /// The node and the scopes around it, the outermost first. The struct of a method's parameters
  /// has no scope in the schema, but sees what its interface sees.
  private List<Node> scopes(Node node) {
    List<Node> scopes = new ArrayList<>();
    @Nullable Node at = node;
    while (at != null) {
      scopes.addFirst(at);
      long detached = interfaceOfDetached.getOrDefault(at.id(), 0L);
      at = schemas.nodes().get(detached == 0 ? at.declaration().scopeId() : detached);
    }
    return scopes;
  }

  /// The top-level type that a type stands in.
  long topOf(long id) {
    return scopes(schemas.node(id)).get(1).id();
  }

  /// The class of the constants that stand at the top level of a file.
  ClassName constantsOf(Node.File file) {
    ClassName name = constants.get(file.id());
    if (name == null) {
      throw new SchemaError(file.declaration().displayName() + " was not named");
    }
    return name;
  }

  /// The simple names of all classes that stand at the top of a package.
  Set<String> inPackage(String packageName) {
    Set<String> simple = new HashSet<>();
    for (ClassName name : owners.keySet()) {
      if (name.packageName().equals(packageName)) {
        simple.add(name.name());
      }
    }
    return simple;
  }

  private void nameFile(Node.File file) {
    String packageName = packageOf(file);
    Set<String> top = new LinkedHashSet<>();
    for (Declaration.Nested nested : file.declaration().nested()) {
      Node node = schemas.nodes().get(nested.id());
      if (node != null && isType(node)) {
        String simple = FieldNames.unique(own(node, nested.name()), reserved.inside(node));
        ClassName name = new ClassName(packageName, simple);
        claim(name, node.declaration().displayName());
        top.add(name.name());
        nameNested(node, name, Set.of(name.name()));
      }
    }
    String outer =
        KnownAnnotations.text(file.declaration().annotations(), KnownAnnotations.JAVA_OUTER_CLASS)
            .orElseGet(() -> Identifier.ofFile(file.declaration().displayName()));
    boolean taken = top.contains(outer) || outer.equals(ReservedNames.REFLECTION);
    ClassName constantsName = new ClassName(packageName, taken ? outer + "Constants" : outer);
    constants.put(file.id(), constantsName);
    if (!ConstantsClass.constants(schemas, file.declaration()).isEmpty()) {
      claim(constantsName, file.declaration().displayName() + " (its constants)");
    }
  }

  private void claim(ClassName name, String displayName) {
    String other = owners.putIfAbsent(name, displayName);
    if (other != null) {
      throw new SchemaError(
          "%s and %s would both be the class %s.%s; give one of them another $Java.package or $Caplens.name"
              .formatted(other, displayName, name.packageName(), name.name()));
    }
  }

  private void nameNested(Node node, ClassName name, Set<String> around) {
    names.put(node.id(), name);
    Scope scope = new Scope(name, around, reserved.by(node));
    inside.put(node.id(), scope.children);
    for (Declaration.Nested nested : node.declaration().nested()) {
      Node child = schemas.nodes().get(nested.id());
      if (child != null && isType(child)) {
        scope.add(child, own(child, nested.name()));
      }
    }
    if (node instanceof Node.Struct struct) {
      for (Field field : struct.fields()) {
        if (field instanceof Field.Group group) {
          Node child = schemas.node(group.typeId());
          scope.add(child, own(child, field.name()));
        }
      }
    }
    if (node instanceof Node.Interface contract) {
      for (Node.Method method : contract.methods()) {
        String prefix = Identifier.type(method.member().name());
        scope.addDetached(method.parameters().id(), prefix + "Params", contract);
        scope.addDetached(method.results().id(), prefix + "Results", contract);
      }
    }
  }

  /// The names inside one class, while they are given.
  private final class Scope {
    private final ClassName name;
    private final Set<String> around;
    private final Set<String> taken;
    private final List<Node> children = new ArrayList<>();

    Scope(ClassName name, Set<String> around, Set<String> reserved) {
      this.name = name;
      this.around = around;
      this.taken = new HashSet<>(around);
      taken.addAll(reserved);
    }

    void add(Node child, String wanted) {
      Set<String> avoided = new HashSet<>(taken);
      avoided.addAll(reserved.inside(child));
      String simple = FieldNames.unique(wanted, avoided);
      taken.add(simple);
      children.add(child);
      Set<String> deeper = new HashSet<>(around);
      deeper.add(simple);
      nameNested(child, name.nested(simple), deeper);
    }

    /// Adds the struct of a method's parameters or results, unless it is a type of its own.
    void addDetached(long id, String wanted, Node.Interface contract) {
      Node child = schemas.nodes().get(id);
      if (child != null && child.declaration().scopeId() == 0 && !names.containsKey(id)) {
        interfaceOfDetached.put(id, contract.id());
        add(child, wanted);
      }
    }
  }

  private static String own(Node node, String name) {
    return KnownAnnotations.text(node.declaration().annotations(), KnownAnnotations.NAME)
        .orElseGet(() -> Identifier.type(name));
  }

  private static boolean isType(Node node) {
    return switch (node) {
      case Node.Struct struct -> true;
      case Node.Enum values -> true;
      case Node.Interface contract -> true;
      case Node.File file -> false;
      case Node.Const constant -> false;
      case Node.Annotation annotation -> false;
    };
  }

  /// The package of a file: what it is annotated with, or the default, or its folders, or its name.
  private String packageOf(Node.File file) {
    return KnownAnnotations.text(file.declaration().annotations(), KnownAnnotations.JAVA_PACKAGE)
        .or(() -> requested(file) ? defaultPackage : Optional.empty())
        .orElseGet(() -> fromPath(file.declaration().displayName()));
  }

  private boolean requested(Node.File file) {
    return schemas.requested().stream().anyMatch(request -> request.id() == file.id());
  }

  private static String fromPath(String path) {
    StringBuilder out = new StringBuilder();
    int slash = path.lastIndexOf('/');
    String folders = slash > 0 ? path.substring(0, slash) : path.replaceFirst("\\.capnp$", "");
    for (String folder : folders.split("/")) {
      if (!folder.isEmpty() && !folder.equals(".") && !folder.equals("..")) {
        out.append(out.isEmpty() ? "" : ".").append(Identifier.packagePart(folder));
      }
    }
    return out.toString();
  }
}
