package dev.caplens.core.memory;

/// Placeholder.
public final class Region {
  private Region() {}
}
