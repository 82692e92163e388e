package dev.caplens.cli.convert;

import dev.caplens.cli.CommandFailed;
import dev.caplens.cli.schema.SchemaOptions;
import dev.caplens.core.dynamic.DynamicList;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicTypes;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.dynamic.StructField;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds values in a schema.
final class Evaluation {

  private final SchemaOptions options;
  private final Path schema;
  private final DynamicTypes types;
  private final Map<String, Node> declarations = new HashMap<>();

  Evaluation(SchemaOptions options, Path schema) {
    this.options = options;
    this.schema = schema;
    SchemaSet schemas = options.load(schema);
    this.types = DynamicTypes.of(schemas);
    String file = schemas.requested().getFirst().filename() + ":";
    for (Node node : schemas.nodes().values()) {
      String name = node.declaration().displayName();
      if (name.startsWith(file)) {
        declarations.put(name.substring(file.length()), node);
      }
    }
  }

  /// The value that a path leads to.
  DynamicValue value(ValuePath path) {
    int scopes = 0;
    while (scopes < path.parts().size() && isScope(path, scopes)) {
      scopes++;
    }
    if (scopes == path.parts().size()) {
      throw path.failure("'" + path.parts().getLast().name() + "' cannot be evaluated.");
    }
    String name = path.prefix(scopes + 1);
    DynamicValue value =
        declarations.get(name) instanceof Node.Const constant
            ? types.constant(constant.declaration().id())
            : defaultOf(path, scopes);
    value = element(path, value, path.parts().get(scopes));
    for (int i = scopes + 1; i < path.parts().size(); i++) {
      value = element(path, member(path, value, i), path.parts().get(i));
    }
    return value;
  }

  private boolean isScope(ValuePath path, int part) {
    Node node = declarations.get(path.prefix(part + 1));
    boolean isGroup = node instanceof Node.Struct struct && struct.group();
    if (node != null) {
      return !(node instanceof Node.Const)
          && !isGroup
          && path.parts().get(part).indexes().isEmpty();
    }
    return part == 0 && alias(path.prefix(1)) != null;
  }

  /// The struct behind an alias of the file, or null.
  private @Nullable StructSchema alias(String name) {
    try {
      return options.struct(schema, name);
    } catch (CommandFailed e) {
      return null;
    }
  }

  private DynamicValue defaultOf(ValuePath path, int part) {
    String name = path.parts().get(part).name();
    if (part > 0) {
      StructSchema owner = alias(path.prefix(part));
      StructField field = owner == null ? null : owner.find(name).orElse(null);
      if (owner != null && field != null) {
        return get(path, MessageBuilder.create().initRoot(owner).asReader(), field);
      }
    }
    throw path.failure("'" + name + "' is not defined.");
  }

  private static DynamicValue member(ValuePath path, DynamicValue value, int part) {
    String parent = path.parts().get(part - 1).name();
    String name = path.parts().get(part).name();
    if (!(value instanceof DynamicStruct.Reader struct)) {
      throw path.failure("'" + parent + "' is not a struct.");
    }
    return get(
        path,
        struct,
        struct
            .schema()
            .find(name)
            .orElseThrow(() -> path.failure("'" + parent + "' has no member '" + name + "'.")));
  }

  private static DynamicValue get(ValuePath path, DynamicStruct.Reader struct, StructField field) {
    if (field.inUnion() && struct.which().filter(field::equals).isEmpty()) {
      throw path.failure("'" + field.name() + "' is not the active member of its union.");
    }
    return struct.get(field);
  }

  private static DynamicValue element(ValuePath path, DynamicValue value, ValuePath.Part part) {
    DynamicValue at = value;
    List<Integer> indexes = part.indexes();
    for (int index : indexes) {
      if (!(at instanceof DynamicList.Reader list)) {
        throw path.failure("'" + part.name() + "' is not a list.");
      }
      if (index >= list.size()) {
        throw path.failure("'" + part.name() + "[" + index + "]' is out-of-bounds.");
      }
      at = list.get(index);
    }
    return at;
  }
}
