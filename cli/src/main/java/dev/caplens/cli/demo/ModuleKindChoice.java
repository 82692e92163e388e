package dev.caplens.cli.demo;

import java.util.Locale;

/// What the modules of a demo are written in, as the user chose.
enum ModuleKindChoice {
  /// All are Java virtual machines.
  JVM,
  /// All are C programs.
  C,
  /// The first is a Java virtual machine, the second a C program, and so on in turn.
  MIXED;

  /// Whether the module that is started as number `index` (from 0 on) is a C program.
  boolean isC(int index) {
    return this == C || this == MIXED && index % 2 == 1;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
