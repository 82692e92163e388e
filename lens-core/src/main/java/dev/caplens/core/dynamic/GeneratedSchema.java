package dev.caplens.core.dynamic;

import dev.caplens.core.encoding.Packing;
import dev.caplens.core.message.StructReader;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaLoader;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.lens.CodeGeneratorRequest;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The schema that a generated class carries: the nodes of the class and of all inside it, and
/// where those are that it refers to.
///
/// Making one costs nothing; the nodes are decoded when they are first asked for. Any number of
/// threads may ask.
public final class GeneratedSchema {

  private final Supplier<List<GeneratedSchema>> references;
  private final String[] encoded;
  private @Nullable volatile DynamicTypes types;

  private GeneratedSchema(Supplier<List<GeneratedSchema>> references, String[] encoded) {
    this.references = references;
    this.encoded = encoded;
  }

  /// The schema of one generated top-level class.
  ///
  /// @param references the schemas that the nodes refer to, asked for when they are needed, so that
  ///   the classes of two that refer to each other do not wait for each other
  /// @param encoded a packed, framed message whose root is a `CodeGeneratorRequest` of which only
  ///   `nodes` is set, in Base64; line breaks do not count. In parts, since a class file has no
  ///   constants of more than 65,535 bytes.
  public static GeneratedSchema of(Supplier<List<GeneratedSchema>> references, String... encoded) {
    return new GeneratedSchema(references, encoded.clone());
  }

  /// The types of the class and of all that it refers to. Errors are those of generated code that
  /// does not fit together: versions of different runs of the generator.
  ///
  /// @throws dev.caplens.core.schema.SchemaError if the nodes contradict each other
  public DynamicTypes types() {
    DynamicTypes known = types;
    if (known == null) {
      synchronized (this) {
        known = types;
        if (known == null) {
          known = DynamicTypes.of(load());
          types = known;
        }
      }
    }
    return known;
  }

  /// The nodes of the class and of all that it refers to.
  public SchemaSet schemas() {
    return types().schemas();
  }

  /// The struct of that id, which may be any of the class or of what it refers to.
  ///
  /// @throws dev.caplens.core.schema.SchemaError if there is none
  public StructSchema struct(long id) {
    return types().struct(id);
  }

  /// A generated reader as one that is read by name, in place.
  ///
  /// @param id that of the struct
  /// @throws dev.caplens.core.schema.SchemaError if there is none
  public DynamicStruct.Reader view(long id, StructReader struct) {
    return struct(id).view(struct);
  }

  /// The same of a struct with type parameters, for what a generated lens reads them as: values of
  /// such a type are any pointers that know it.
  ///
  /// @param id that of the struct or group
  /// @param arguments what the scopes' parameters are read as; those of other scopes stay open
  /// @throws dev.caplens.core.schema.SchemaError if there is no struct of that id
  public DynamicStruct.Reader view(long id, StructReader struct, TypeArguments... arguments) {
    Map<Long, List<DynamicType>> scopes = new HashMap<>();
    for (TypeArguments scope : arguments) {
      scopes.put(scope.scopeId(), scope.dynamic());
    }
    // Types of its own: one that is kept would be kept for each object that binds parameters.
    DynamicTypes bound = DynamicTypes.of(schemas());
    Node.Struct node = schemas().node(id, Node.Struct.class);
    return bound.struct(node, new Bindings(Map.copyOf(scopes))).view(struct);
  }

  private SchemaSet load() {
    Set<GeneratedSchema> all = Collections.newSetFromMap(new IdentityHashMap<>());
    SchemaLoader loader = new SchemaLoader();
    collect(all, loader);
    return loader.load();
  }

  private void collect(Set<GeneratedSchema> all, SchemaLoader loader) {
    if (all.add(this)) {
      byte[] packed = Base64.getMimeDecoder().decode(String.join("", encoded));
      loader.add(Packing.read(packed).root(CodeGeneratorRequest.TYPE));
      references.get().forEach(reference -> reference.collect(all, loader));
    }
  }
}
