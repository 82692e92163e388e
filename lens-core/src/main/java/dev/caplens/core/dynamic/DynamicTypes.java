package dev.caplens.core.dynamic;

import dev.caplens.core.schema.Brand;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaError;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The types that a set of schemas declares.
///
/// Each type is made once, when it is first asked for, so that types can be compared with `==`.
/// Types of different `DynamicTypes` are different. Any number of threads may ask.
public final class DynamicTypes {

  private final SchemaSet schemas;
  private final ConcurrentMap<Key, DynamicType> declared = new ConcurrentHashMap<>();

  private record Key(long id, Bindings bindings) {}

  private DynamicTypes(SchemaSet schemas) {
    this.schemas = schemas;
  }

  /// The types of these schemas.
  public static DynamicTypes of(SchemaSet schemas) {
    return new DynamicTypes(schemas);
  }

  /// The schemas.
  public SchemaSet schemas() {
    return schemas;
  }

  /// The struct of that id. If it is generic, its parameters stand for any pointers.
  ///
  /// @throws SchemaError if the schemas hold no struct of that id
  public StructSchema struct(long id) {
    return struct(schemas.node(id, Node.Struct.class), Bindings.NONE);
  }

  /// The struct of that name: the display name (`person.capnp:Person.Phone`), or the part behind
  /// the colon where only one file has it.
  ///
  /// @throws SchemaError if the schemas hold no such struct, or several
  public StructSchema struct(String name) {
    return struct(schemas.named(name, Node.Struct.class), Bindings.NONE);
  }

  /// The enum of that id.
  ///
  /// @throws SchemaError if the schemas hold no enum of that id
  public EnumSchema enumOf(long id) {
    return (EnumSchema) resolve(new Type.EnumType(id, Brand.NONE));
  }

  /// The enum of that name, as in [#struct(String)].
  ///
  /// @throws SchemaError if the schemas hold no such enum, or several
  public EnumSchema enumOf(String name) {
    return enumOf(schemas.named(name, Node.Enum.class).id());
  }

  /// The interface of that id. If it is generic, its parameters stand for any pointers.
  ///
  /// @throws SchemaError if the schemas hold no interface of that id
  public InterfaceSchema interfaceOf(long id) {
    return (InterfaceSchema) resolve(new Type.InterfaceType(id, Brand.NONE));
  }

  /// The interface of that name, as in [#struct(String)].
  ///
  /// @throws SchemaError if the schemas hold no such interface, or several
  public InterfaceSchema interfaceOf(String name) {
    return interfaceOf(schemas.named(name, Node.Interface.class).id());
  }

  /// The value of a constant.
  ///
  /// @throws SchemaError if the schemas hold no constant of that id
  public DynamicValue constant(long id) {
    Node.Const constant = schemas.node(id, Node.Const.class);
    return Constants.value(resolve(constant.type()), constant.value());
  }

  /// The value of the constant of that name, as in [#struct(String)].
  ///
  /// @throws SchemaError if the schemas hold no such constant, or several
  public DynamicValue constant(String name) {
    return constant(schemas.named(name, Node.Const.class).id());
  }

  /// The type that a schema names, outside of any generic: parameters stand for any pointers.
  ///
  /// @throws SchemaError if the schemas do not hold it
  public DynamicType resolve(Type type) {
    return resolve(type, Bindings.NONE);
  }

  DynamicType resolve(Type type, Bindings bindings) {
    return switch (type) {
      case Type.Simple simple -> new DynamicType.Plain(simple);
      case Type.ListOf list -> ListSchema.of(resolve(list.element(), bindings));
      case Type.EnumType enumType ->
          declared.computeIfAbsent(
              new Key(enumType.id(), Bindings.NONE),
              key -> new EnumSchema(schemas.node(key.id, Node.Enum.class)));
      case Type.StructType struct ->
          struct(
              schemas.node(struct.id(), Node.Struct.class), bindings.enter(struct.brand(), this));
      case Type.InterfaceType interfaceType ->
          declared.computeIfAbsent(
              new Key(interfaceType.id(), bindings.enter(interfaceType.brand(), this)),
              key ->
                  new InterfaceSchema(
                      this, schemas.node(key.id, Node.Interface.class), key.bindings));
      case Type.Parameter parameter -> bindings.parameter(parameter.scopeId(), parameter.index());
      case Type.AnyPointer any -> new DynamicType.Any(any.kind());
      case Type.MethodParameter parameter -> DynamicType.Any.POINTER;
    };
  }

  /// A struct, or a group with the bindings of the struct around it.
  StructSchema struct(Node.Struct node, Bindings bindings) {
    return (StructSchema)
        declared.computeIfAbsent(
            new Key(node.id(), bindings), key -> new StructSchema(this, node, key.bindings));
  }

  @Override
  public String toString() {
    return "types of " + schemas;
  }
}
