package dev.caplens.codegen.generator;

import dev.caplens.core.message.BoolList;
import dev.caplens.core.message.ByteList;
import dev.caplens.core.message.Data;
import dev.caplens.core.message.DoubleList;
import dev.caplens.core.message.EnumList;
import dev.caplens.core.message.FloatList;
import dev.caplens.core.message.IntList;
import dev.caplens.core.message.ListLens;
import dev.caplens.core.message.LongList;
import dev.caplens.core.message.PointerList;
import dev.caplens.core.message.ShortList;
import dev.caplens.core.message.StructList;
import dev.caplens.core.message.StructReader;
import dev.caplens.core.message.Text;
import dev.caplens.core.message.VoidList;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Type;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

/// Values written and read through generated accessors, which are found by their names.
record LensValues(BoundTypes types) {

  /// Sets what the value says.
  void write(Type.StructType type, Object builder, Map<?, ?> value) {
    FieldNames names = FieldNames.of(types.struct(type));
    for (Field field : types.struct(type).fields()) {
      Object of = value.get(field.name());
      if (of != null) {
        write(types.field(type, field), builder, names.capital(field), of);
      }
    }
  }

  private void write(Type type, Object builder, String name, Object value) {
    switch (type) {
      case Type.Simple.VOID -> {
        // A void field has a setter only where it selects a member of a union.
        if (Arrays.stream(builder.getClass().getMethods())
            .anyMatch(m -> m.getName().equals("set" + name))) {
          call(builder, "set" + name);
        }
      }
      case Type.Simple.TEXT -> {
        byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
        bytes(builder, name, value, bytes);
      }
      case Type.Simple.DATA -> {
        byte[] bytes = HexFormat.of().parseHex((String) value);
        bytes(builder, name, bytes, bytes);
      }
      case Type.Simple simple -> call(builder, "set" + name, argument(simple, value));
      case Type.EnumType named -> call(builder, "set" + name + "Raw", ((Long) value).intValue());
      case Type.ListOf list ->
          fill(
              list.element(),
              call(builder, "init" + name, ((List<?>) value).size()),
              (List<?>) value);
      case Type.StructType struct -> write(struct, call(builder, "init" + name), (Map<?, ?>) value);
      default -> throw new AssertionError("no value: " + type);
    }
  }

  /// A field whose type is a parameter has no setter that takes a text or bytes: they are filled
  /// in.
  private static void bytes(Object builder, String name, Object value, byte[] bytes) {
    boolean open =
        Arrays.stream(builder.getClass().getMethods())
            .filter(method -> method.getName().equals("set" + name))
            .anyMatch(method -> method.getParameterTypes()[0] == Object.class);
    if (!open) {
      call(builder, "set" + name, value);
      return;
    }
    switch (call(builder, "init" + name, bytes.length)) {
      case Text.Builder text -> text.bytes().copyFrom(MemorySegment.ofArray(bytes));
      case Data.Builder data -> data.set(bytes);
      default -> throw new AssertionError("neither text nor data: " + name);
    }
  }

  /// A value as the setter takes it.
  private static Object argument(Type.Simple type, Object value) {
    return switch (type) {
      case INT8 -> ((Long) value).byteValue();
      case INT16 -> ((Long) value).shortValue();
      case INT32, UINT8, UINT16 -> ((Long) value).intValue();
      default -> value;
    };
  }

  private void fill(Type element, Object list, List<?> values) {
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      switch (list) {
        case VoidList.Builder none -> {}
        case BoolList.Builder of -> of.set(i, (Boolean) value);
        case ByteList.Builder of -> of.set(i, ((Long) value).byteValue());
        case ShortList.Builder of -> of.set(i, ((Long) value).shortValue());
        case IntList.Builder of -> of.set(i, ((Long) value).intValue());
        case LongList.Builder of -> of.set(i, (Long) value);
        case FloatList.Builder of -> of.set(i, (Float) value);
        case DoubleList.Builder of -> of.set(i, (Double) value);
        case EnumList.Builder<?> of -> of.setRaw(i, ((Long) value).intValue());
        case StructList.Builder<?> of ->
            write((Type.StructType) element, of.get(i), (Map<?, ?>) value);
        case PointerList.Builder<?, ?> of -> fill(of, i, element, value);
        default -> throw new AssertionError("no list: " + list.getClass());
      }
    }
  }

  private void fill(PointerList.Builder<?, ?> list, int index, Type element, Object value) {
    switch (element) {
      case Type.Simple.TEXT -> list.set(index, (String) value);
      case Type.Simple.DATA -> {
        byte[] bytes = HexFormat.of().parseHex((String) value);
        ((Data.Builder) list.init(index, bytes.length)).set(bytes);
      }
      case Type.ListOf inner ->
          fill(inner.element(), list.init(index, ((List<?>) value).size()), (List<?>) value);
      default -> throw new AssertionError("no element: " + element);
    }
  }

  /// Reads everything that is set and has a text.
  Map<String, Object> read(Type.StructType type, Object reader) {
    Map<String, Object> values = new LinkedHashMap<>();
    FieldNames names = FieldNames.of(types.struct(type));
    for (Field field : types.struct(type).fields()) {
      Type of = types.field(type, field);
      String name = names.capital(field);
      boolean active = !field.inUnion() || (Boolean) call(reader, "is" + name);
      boolean held = of.pointer() && field instanceof Field.Slot;
      if (active && types.hasText(of) && (!held || (Boolean) call(reader, "has" + name))) {
        values.put(field.name(), read(of, reader, names.capital(field)));
      }
    }
    return values;
  }

  private Object read(Type type, Object reader, String name) {
    return switch (type) {
      case Type.Simple.VOID -> "void";
      case Type.EnumType named -> number(call(reader, "get" + name + "Raw"));
      default -> value(type, call(reader, Identifier.member("get" + name)));
    };
  }

  private Object value(Type type, Object value) {
    return switch (value) {
      case Text.Reader text -> text.toString();
      case Data.Reader data -> HexFormat.of().formatHex(data.toByteArray());
      case StructReader struct -> read((Type.StructType) type, struct);
      case VoidList.Reader list -> elements(list, i -> "void");
      case BoolList.Reader list -> elements(list, list::get);
      case ByteList.Reader list ->
          elements(list, i -> (long) (unsigned(type) ? list.getUnsigned(i) : list.get(i)));
      case ShortList.Reader list ->
          elements(list, i -> (long) (unsigned(type) ? list.getUnsigned(i) : list.get(i)));
      case IntList.Reader list ->
          elements(list, i -> unsigned(type) ? list.getUnsigned(i) : (long) list.get(i));
      case LongList.Reader list -> elements(list, list::get);
      case FloatList.Reader list -> elements(list, list::get);
      case DoubleList.Reader list -> elements(list, list::get);
      case EnumList.Reader<?> list -> elements(list, i -> (long) list.getRaw(i));
      case StructList.Reader<?> list -> elements(list, i -> value(element(type), list.get(i)));
      case PointerList.Reader<?> list -> elements(list, i -> value(element(type), list.get(i)));
      case Number number -> type.bits() > 0 && isFloat(type) ? number : number(number);
      default -> value;
    };
  }

  private static Object number(Object value) {
    return ((Number) value).longValue();
  }

  private static boolean isFloat(Type type) {
    return type == Type.Simple.FLOAT32 || type == Type.Simple.FLOAT64;
  }

  private static boolean unsigned(Type list) {
    return element(list) instanceof Type.Simple simple && simple.name().startsWith("U");
  }

  private static Type element(Type list) {
    return ((Type.ListOf) list).element();
  }

  private static List<Object> elements(ListLens list, IntFunction<Object> get) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      values.add(get.apply(i));
    }
    return values;
  }

  private static Object call(Object target, String name, Object... arguments) {
    try {
      for (Method method : target.getClass().getMethods()) {
        if (method.getName().equals(name) && fits(method, arguments)) {
          return Objects.requireNonNull(method.invoke(target, arguments), name);
        }
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    } catch (InvocationTargetException e) {
      throw new AssertionError(
          target.getClass() + "." + name + Arrays.toString(arguments), e.getCause());
    }
    throw new AssertionError("no " + target.getClass() + "." + name + Arrays.toString(arguments));
  }

  private static boolean fits(Method method, Object... arguments) {
    Class<?>[] parameters = method.getParameterTypes();
    for (int i = 0; i < Math.min(arguments.length, parameters.length); i++) {
      if (!parameters[i].isPrimitive() && !parameters[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return parameters.length == arguments.length;
  }
}
