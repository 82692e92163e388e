package dev.caplens.core.dynamic;

import dev.caplens.core.message.CapabilityType;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaError;
import dev.caplens.core.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The type of a capability. Immutable; any thread may use it.
public final class InterfaceSchema extends CapabilityType<DynamicCapability>
    implements DynamicType {

  private final DynamicTypes types;
  private final Bindings bindings;
  private final Node.Interface node;

  InterfaceSchema(DynamicTypes types, Node.Interface node, Bindings bindings) {
    super(node.id(), node.declaration().displayName());
    this.types = types;
    this.node = node;
    this.bindings = bindings;
  }

  /// A method with the types of its parameters and results.
  ///
  /// @param owner the interface that declares it
  /// @param ordinal its number there
  public record Method(
      InterfaceSchema owner,
      int ordinal,
      Node.Method declaration,
      StructSchema parameters,
      StructSchema results) {

    /// The name in the schema.
    public String name() {
      return declaration.member().name();
    }
  }

  /// The declaration.
  public Node.Interface declaration() {
    return node;
  }

  /// The interfaces that this one extends directly.
  ///
  /// @throws SchemaError if the schemas do not hold one of them
  public List<InterfaceSchema> superclasses() {
    List<InterfaceSchema> all = new ArrayList<>();
    for (Node.Superclass superclass : node.superclasses()) {
      all.add(
          (InterfaceSchema)
              types.resolve(new Type.InterfaceType(superclass.id(), superclass.brand()), bindings));
    }
    return all;
  }

  /// The methods that this interface declares itself, by their ordinals.
  ///
  /// @throws SchemaError if the schemas do not hold the structs of their parameters or results
  public List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (int i = 0; i < node.methods().size(); i++) {
      methods.add(method(i));
    }
    return methods;
  }

  /// A method of this interface itself.
  ///
  /// @throws IndexOutOfBoundsException if there is none of that ordinal
  /// @throws SchemaError if the schemas do not hold the structs of its parameters or results
  public Method method(int ordinal) {
    Node.Method method = node.methods().get(ordinal);
    return new Method(
        this,
        ordinal,
        method,
        (StructSchema) types.resolve(method.parameters(), bindings),
        (StructSchema) types.resolve(method.results(), bindings));
  }

  /// The method of that name, of this interface or of one that it extends.
  ///
  /// @throws SchemaError if the schemas do not hold an interface that it extends, or the structs of
  ///   the method's parameters or results
  public Optional<Method> method(String name) {
    for (InterfaceSchema at : withAncestors()) {
      for (int i = 0; i < at.node.methods().size(); i++) {
        if (at.node.methods().get(i).member().name().equals(name)) {
          return Optional.of(at.method(i));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether this is that interface or extends it.
  ///
  /// @throws SchemaError if the schemas do not hold an interface that it extends
  public boolean isA(long id) {
    return withAncestors().stream().anyMatch(at -> at.id() == id);
  }

  /// This interface first, then what it extends, each once.
  private Set<InterfaceSchema> withAncestors() {
    Set<InterfaceSchema> all = new LinkedHashSet<>();
    List<InterfaceSchema> open = new ArrayList<>(List.of(this));
    for (int i = 0; i < open.size(); i++) {
      if (all.add(open.get(i))) {
        open.addAll(open.get(i).superclasses());
      }
    }
    return all;
  }

  @Override
  protected DynamicCapability reference(int index) {
    return new DynamicCapability(this, index);
  }
}
