package dev.caplens.codegen.compiler.translation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Ids of what declares none: the MD5 of the parent's id and of what tells siblings apart, with the
/// top bit set.
public final class DerivedIds {

  private DerivedIds() {}

  /// The id of the declaration `name` within `parent`.
  public static long child(long parent, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return digest(start(parent, bytes.length).put(bytes));
  }

  /// The id of the `index`-th member of `parent`, which is a group.
  public static long group(long parent, int index) {
    return digest(start(parent, 2).putShort((short) index));
  }

  /// The id of the struct that a method's parameters, or its results, make.
  public static long parameters(long parent, int ordinal, boolean results) {
    return digest(start(parent, 3).putShort((short) ordinal).put((byte) (results ? 1 : 0)));
  }

  private static ByteBuffer start(long parent, int more) {
    return ByteBuffer.allocate(Long.BYTES + more).order(ByteOrder.LITTLE_ENDIAN).putLong(parent);
  }

  private static long digest(ByteBuffer input) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(input.array());
      return ByteBuffer.wrap(hash).getLong() | Long.MIN_VALUE;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
