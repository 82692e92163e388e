package dev.caplens.core.memory;

/// What a region may be used for.
public enum Access {
  /// The memory can be read. A builder or any other writer refuses it.
  READ_ONLY,

  /// The memory can be read and written, and what is written is seen by every process that maps it.
  READ_WRITE
}
