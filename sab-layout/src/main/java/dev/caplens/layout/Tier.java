package dev.caplens.layout;

import java.util.Locale;

/// How large a region is, from its base.
public enum Tier {
  /// 32 MiB, of which 30.6 MiB are arena.
  LIGHT(32),
  /// 64 MiB.
  MODERATE(64),
  /// 256 MiB.
  HEAVY(256),
  /// 512 MiB.
  DEDICATED(512);

  private final long bytes;

  Tier(int mebibytes) {
    this.bytes = (long) mebibytes << 20;
  }

  /// The size of the region in bytes.
  public long bytes() {
    return bytes;
  }

  /// The name as users write it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
