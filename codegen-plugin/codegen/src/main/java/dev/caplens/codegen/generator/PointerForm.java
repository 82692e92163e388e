package dev.caplens.codegen.generator;

import static java.util.stream.Collectors.joining;

import dev.caplens.core.schema.Brand;
import dev.caplens.core.schema.Type;
import java.util.List;

/// How a type that is held by a pointer appears in Java.
///
/// @param reader what it is read as
/// @param builder what it is built as
/// @param type the expression of its `PointerType`
/// @param made whether that expression makes a new object, which is then kept: in a constant, or
///   where it depends on type parameters, with these
/// @param open whether it depends on type parameters
/// @param sized whether making one takes a size
record PointerForm(
    String reader, String builder, String type, boolean made, boolean open, boolean sized) {
  /// The expression of the type that an object of bound types is itself.
  private static final String OWN = "this";

  /// The form of a type inside a file.
  static PointerForm of(Type type, TypeNames names) {
    return switch (type) {
      case Type.Simple simple ->
          builtIn(names.core(simple == Type.Simple.TEXT ? "Text" : "Data"), true);
      case Type.StructType struct ->
          branded(struct.id(), struct.brand(), names, "Reader", "Builder");
      case Type.InterfaceType contract ->
          branded(contract.id(), contract.brand(), names, "Reference", "Reference");
      case Type.ListOf list -> list(list.element(), names);
      case Type.AnyPointer any ->
          switch (any.kind()) {
            case ANY -> builtIn(names.core("AnyPointer"), false);
            case CAPABILITY -> capability(names.core("AnyCapability"));
            case STRUCT -> builtIn(names.core("AnyStruct"), false);
            case LIST -> builtIn(names.core("AnyList"), false);
          };
      case Type.Parameter parameter ->
          names
              .generics()
              .find(parameter)
              .map(p -> new PointerForm(p.reader(), p.builder(), p.variable(), false, true, false))
              .orElseGet(() -> builtIn(names.core("AnyPointer"), false));
      case Type.MethodParameter parameter -> builtIn(names.core("AnyPointer"), false);
      case Type.EnumType named -> throw new IllegalArgumentException("not a pointer: " + named);
    };
  }

  private static PointerForm builtIn(String name, boolean sized) {
    return new PointerForm(
        name + ".Reader", name + ".Builder", name + ".TYPE", false, false, sized);
  }

  private static PointerForm capability(String name) {
    return new PointerForm(name, name, name + ".TYPE", false, false, false);
  }

  /// Whether the type is that of a struct and in a field, for which the runtime has shorter calls.
  boolean plain() {
    return type.endsWith(".TYPE") || own();
  }

  /// Whether the type is the one that the lens of a generic struct holds, its own.
  boolean own() {
    return type.equals(OWN);
  }

  /// Whether it can be set to a reference only, and neither be built nor be taken out.
  boolean capability() {
    return reader.equals(builder);
  }

  private static PointerForm branded(
      long id, Brand brand, TypeNames names, String reader, String builder) {
    String name = names.of(id);
    List<PointerForm> bound =
        names.genericsOf(id).bound(brand).stream().map(type -> of(type, names)).toList();
    if (bound.isEmpty()) {
      return new PointerForm(
          name + '.' + reader, name + '.' + builder, name + ".TYPE", false, false, false);
    }
    String both =
        bound.stream().map(f -> f.reader + ", " + f.builder).collect(joining(", ", "<", ">"));
    boolean open = bound.stream().anyMatch(PointerForm::open);
    boolean unbound = bound.stream().allMatch(f -> f.type.endsWith("AnyPointer.TYPE"));
    String types = bound.stream().map(PointerForm::type).collect(joining(", "));
    boolean own = id == names.generics().owner() && types.equals(names.generics().variables());
    String type = own ? OWN : unbound ? name + ".TYPE" : name + ".type(" + types + ")";
    return new PointerForm(
        name + '.' + reader + both,
        name + '.' + builder + both,
        type,
        !unbound && !own,
        open,
        false);
  }

  private static PointerForm list(Type element, TypeNames names) {
    return switch (element) {
      case Type.EnumType named -> {
        String list = names.core("EnumList");
        String name = names.of(named.id());
        yield made(list, "<" + name + ">", "<" + name + ">", name + ".TYPE", false);
      }
      case Type.StructType struct -> {
        PointerForm form = of(struct, names);
        String list = names.core("StructList");
        yield made(list, "<" + form.reader + ">", "<" + form.builder + ">", form.type, form.open);
      }
      case Type.Simple simple when !simple.pointer() ->
          builtIn(names.core(primitiveList(simple)), true);
      default -> {
        PointerForm form = of(element, names);
        String list = names.core("PointerList");
        String both = "<" + form.reader + ", " + form.builder + ">";
        yield made(list, "<" + form.reader + ">", both, form.type, form.open);
      }
    };
  }

  private static PointerForm made(
      String list, String reader, String builder, String element, boolean open) {
    return new PointerForm(
        list + ".Reader" + reader,
        list + ".Builder" + builder,
        list + ".of(" + element + ")",
        true,
        open,
        true);
  }

  private static String primitiveList(Type.Simple element) {
    return switch (element) {
      case VOID -> "VoidList";
      case BOOL -> "BoolList";
      case INT8, UINT8 -> "ByteList";
      case INT16, UINT16 -> "ShortList";
      case INT32, UINT32 -> "IntList";
      case INT64, UINT64 -> "LongList";
      case FLOAT32 -> "FloatList";
      case FLOAT64 -> "DoubleList";
      case TEXT, DATA -> throw new IllegalArgumentException("not a primitive: " + element);
    };
  }
}
