package dev.caplens.cli.convert;

import java.util.Locale;
import java.util.Optional;

/// The forms that a message can have outside of memory.
public enum Format {
  /// Segments behind a table of their sizes.
  BINARY,
  /// As binary, with zero bytes left out.
  PACKED,
  /// One segment and no table: the whole input is one message.
  FLAT,
  /// As flat, with zero bytes left out.
  FLAT_PACKED,
  /// One segment in canonical form: the whole input is one message.
  CANONICAL,
  /// A struct literal of the schema language.
  TEXT,
  /// A JSON object.
  JSON;

  /// The format of that name on a command line.
  static Optional<Format> named(String name) {
    for (Format format : values()) {
      if (format.toString().equals(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /// The binary format with these properties.
  static Format encoded(boolean isPacked, boolean isFlat) {
    if (isFlat) {
      return isPacked ? FLAT_PACKED : FLAT;
    }
    return isPacked ? PACKED : BINARY;
  }

  /// Whether only a schema says what its bytes mean.
  boolean needsSchema() {
    return this == TEXT || this == JSON;
  }

  /// The name on a command line.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
