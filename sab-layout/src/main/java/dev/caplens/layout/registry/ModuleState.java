package dev.caplens.layout.registry;

/// Where a registered module is in its life.
public enum ModuleState {
  /// It works.
  ACTIVE,
  /// It left in order.
  LEFT,
  /// Its process has left without a word of it, or is proven dead.
  LOST
}
