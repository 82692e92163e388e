package dev.caplens.bench.access;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/// `sun.misc.Unsafe`, the floor, through handles: constant ones cost nothing once they are
/// compiled, and a direct use would be a warning of the compiler.
final class RawMemory {

  private RawMemory() {}

  /// The handle of a method of `Unsafe`, bound to its one object.
  static MethodHandle unsafe(String method, MethodType type) {
    try {
      Class<?> unsafe = Class.forName("sun.misc.Unsafe");
      Field field = unsafe.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return MethodHandles.lookup().findVirtual(unsafe, method, type).bindTo(field.get(null));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
