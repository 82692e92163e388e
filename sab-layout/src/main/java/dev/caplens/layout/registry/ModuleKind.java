package dev.caplens.layout.registry;

import dev.caplens.layout.map.MasterMap;
import java.util.Locale;

/// What a module is written in.
public enum ModuleKind {
  /// A Java virtual machine.
  JVM(MasterMap.MODULE_KIND_JVM),
  /// A C program.
  C(MasterMap.MODULE_KIND_C);

  private final int code;

  ModuleKind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /// The kind of a code that another process wrote; anything unknown counts as C.
  static ModuleKind of(int code) {
    return code == JVM.code ? JVM : C;
  }

  /// The name as users write it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
