package dev.caplens.codegen.compiler.request;

import dev.caplens.codegen.compiler.schema.Annotation;
import dev.caplens.codegen.compiler.schema.Brand;
import dev.caplens.codegen.compiler.schema.Type;
import dev.caplens.codegen.compiler.schema.Value;
import dev.caplens.codegen.compiler.value.FlatWords;
import dev.caplens.codegen.compiler.value.WireObject;
import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.Data;
import dev.caplens.core.message.Text;
import dev.caplens.core.schema.lens.Brand.Binding;
import dev.caplens.core.schema.lens.Brand.Scope;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes types, brands, values and annotations.
final class TypeEncoder {

  private TypeEncoder() {}

  static void type(dev.caplens.core.schema.lens.Type.Builder target, Type type) {
    switch (type) {
      case Type.Builtin builtin -> builtin(target, builtin);
      case Type.ListOf(Type element) -> type(target.initList().initElementType(), element);
      case Type.EnumType(long id, Brand brand) -> {
        var named = target.initEnum().setTypeId(id);
        brand(brand, named::initBrand);
      }
      case Type.StructType(long id, Brand brand) -> {
        var named = target.initStruct().setTypeId(id);
        brand(brand, named::initBrand);
      }
      case Type.InterfaceType(long id, Brand brand) -> {
        var named = target.initInterface().setTypeId(id);
        brand(brand, named::initBrand);
      }
      case Type.AnyPointer any -> anyPointer(target, any);
      case Type.Parameter(long scopeId, int index) ->
          target.initAnyPointer().initParameter().setScopeId(scopeId).setParameterIndex(index);
      case Type.MethodParameter(int index) ->
          target.initAnyPointer().initImplicitMethodParameter().setParameterIndex(index);
    }
  }

  private static void builtin(dev.caplens.core.schema.lens.Type.Builder target, Type.Builtin type) {
    switch (type) {
      case VOID -> target.setVoid();
      case BOOL -> target.setBool();
      case INT8 -> target.setInt8();
      case INT16 -> target.setInt16();
      case INT32 -> target.setInt32();
      case INT64 -> target.setInt64();
      case UINT8 -> target.setUint8();
      case UINT16 -> target.setUint16();
      case UINT32 -> target.setUint32();
      case UINT64 -> target.setUint64();
      case FLOAT32 -> target.setFloat32();
      case FLOAT64 -> target.setFloat64();
      case TEXT -> target.setText();
      case DATA -> target.setData();
    }
  }

  private static void anyPointer(
      dev.caplens.core.schema.lens.Type.Builder target, Type.AnyPointer type) {
    var unconstrained = target.initAnyPointer().initUnconstrained();
    switch (type) {
      case ANY -> unconstrained.setAnyKind();
      case STRUCT -> unconstrained.setStruct();
      case LIST -> unconstrained.setList();
      case CAPABILITY -> unconstrained.setCapability();
    }
  }

  /// Writes a brand; where nothing is bound, the brand stays null.
  static void brand(Brand brand, Supplier<dev.caplens.core.schema.lens.Brand.Builder> init) {
    if (!brand.isEmpty()) {
      Lists.write(brand.scopes(), init.get()::initScopes, TypeEncoder::scope);
    }
  }

  private static void scope(Scope.Builder target, Brand.Scope scope) {
    target.setScopeId(scope.id());
    switch (scope) {
      case Brand.Scope.Inherit inherit -> target.setInherit();
      case Brand.Scope.Bind(long id, List<@Nullable Type> arguments) ->
          Lists.write(arguments, target::initBind, TypeEncoder::binding);
    }
  }

  private static void binding(Binding.Builder target, @Nullable Type type) {
    if (type == null) {
      target.setUnbound();
    } else {
      type(target.initType(), type);
    }
  }

  /// Writes a value into the union member that is for `type`.
  static void value(dev.caplens.core.schema.lens.Value.Builder target, Type type, Value value) {
    switch (value) {
      case Value.Bits(long raw) -> bits(target, type, raw);
      case Value.Pointer(WireObject object) -> pointer(target, type, object);
    }
  }

  private static void bits(dev.caplens.core.schema.lens.Value.Builder target, Type type, long raw) {
    switch (type) {
      case Type.Builtin builtin -> primitive(target, builtin, raw);
      case Type.EnumType named -> target.setEnum((int) raw);
      case Type.InterfaceType named -> target.setInterface();
      default -> throw new IllegalStateException("no bits are a " + type);
    }
  }

  private static void primitive(
      dev.caplens.core.schema.lens.Value.Builder target, Type.Builtin type, long raw) {
    switch (type) {
      case VOID -> target.setVoid();
      case BOOL -> target.setBool(raw != 0);
      case INT8 -> target.setInt8((byte) raw);
      case INT16 -> target.setInt16((short) raw);
      case INT32 -> target.setInt32((int) raw);
      case INT64 -> target.setInt64(raw);
      case UINT8 -> target.setUint8((int) raw & 0xff);
      case UINT16 -> target.setUint16((int) raw & 0xffff);
      case UINT32 -> target.setUint32(raw & 0xffffffffL);
      case UINT64 -> target.setUint64(raw);
      case FLOAT32 -> target.setFloat32(Float.intBitsToFloat((int) raw));
      case FLOAT64 -> target.setFloat64(Double.longBitsToDouble(raw));
      case TEXT, DATA -> throw new IllegalStateException("no bits are a " + type);
    }
  }

  private static void pointer(
      dev.caplens.core.schema.lens.Value.Builder target, Type type, @Nullable WireObject object) {
    if (object == null) {
      nothing(target, type);
      return;
    }
    AnyPointer.Reader content = AnyPointer.constant(FlatWords.of(object));
    switch (type) {
      case Type.Builtin builtin when builtin == Type.Builtin.TEXT ->
          target.setText(content.as(Text.TYPE));
      case Type.Builtin builtin -> target.setData(content.as(Data.TYPE));
      case Type.ListOf list -> target.setList(content);
      case Type.StructType struct -> target.setStruct(content);
      default -> target.setAnyPointer(content);
    }
  }

  /// A null pointer in the union member for `type`.
  private static void nothing(dev.caplens.core.schema.lens.Value.Builder target, Type type) {
    switch (type) {
      case Type.Builtin builtin when builtin == Type.Builtin.TEXT -> {
        target.initText(0);
        target.disownText();
      }
      case Type.Builtin builtin -> {
        target.initData(0);
        target.disownData();
      }
      case Type.ListOf list -> target.initList();
      case Type.StructType struct -> target.initStruct();
      default -> target.initAnyPointer();
    }
  }

  static void annotation(
      dev.caplens.core.schema.lens.Annotation.Builder target, Annotation annotation) {
    target.setId(annotation.id());
    value(target.initValue(), annotation.type(), annotation.value());
    // The reference leaves an empty brand rather than none.
    var brand = target.initBrand();
    brand(annotation.brand(), () -> brand);
  }
}
