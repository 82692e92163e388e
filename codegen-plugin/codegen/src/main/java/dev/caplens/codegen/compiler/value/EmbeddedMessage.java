package dev.caplens.codegen.compiler.value;

import org.jspecify.annotations.Nullable;

/// Reads a framed message, as found in an embedded file, into a tree of words.
public final class EmbeddedMessage {

  private EmbeddedMessage() {}

  /// The root struct; null if `bytes` is no valid message.
  public static @Nullable WireStruct read(byte[] bytes) {
    return null;
  }
}
