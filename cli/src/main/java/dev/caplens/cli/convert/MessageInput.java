package dev.caplens.cli.convert;

import dev.caplens.core.encoding.Flat;
import dev.caplens.core.encoding.MessageSource;
import dev.caplens.core.encoding.Packing;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.message.StructReader;
import dev.caplens.core.message.StructType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads messages, one after the other.
interface MessageInput {

  /// The next message, valid until the next call; null at the end of the input.
  ///
  /// @throws IOException if the input cannot be read
  /// @throws RuntimeException if no more messages can be told apart: the input ends within one, or
  ///   is no such input
  @Nullable Received next() throws IOException;

  /// A message that was read, but not yet looked at.
  interface Received {

    /// Its root.
    ///
    /// @throws RuntimeException if the message is faulty; what follows it may be sound
    StructReader root();
  }

  /// Framed messages.
  static MessageInput framed(PrefixedInput in, StructType<?, ?> type) {
    return stream(MessageSource.framed(in, Limits.TRUSTED), type);
  }

  /// Packed messages.
  static MessageInput packed(PrefixedInput in, StructType<?, ?> type) {
    return stream(MessageSource.packed(in, Limits.TRUSTED), type);
  }

  private static MessageInput stream(MessageSource source, StructType<?, ?> type) {
    return () -> {
      MessageReader message = source.next();
      return message == null ? null : () -> message.root(type);
    };
  }

  /// The whole input as one message, if it is not empty. Bytes behind the last whole word are
  /// passed over, as the reference does.
  static MessageInput flat(PrefixedInput in, StructType<?, ?> type) {
    return whole(in, bytes -> () -> flat(bytes).root(type));
  }

  /// The whole input as one packed message, if it is not empty.
  static MessageInput flatPacked(PrefixedInput in, StructType<?, ?> type) {
    return whole(in, bytes -> () -> Packing.readFlat(bytes, Limits.TRUSTED).root(type));
  }

  /// The whole input as one message, which must be in canonical form.
  static MessageInput canonical(PrefixedInput in, StructType<?, ?> type) {
    return whole(
        in,
        bytes ->
            () -> {
              MessageReader message = flat(bytes);
              if (!Canonical.isCanonical(message)) {
                throw new MalformedMessage(
                    "canonical message: the input is a message, but not in canonical form; read it as"
                        + " 'flat'");
              }
              return message.root(type);
            });
  }

  private static MessageReader flat(byte[] bytes) {
    byte[] words = Arrays.copyOf(bytes, bytes.length & -8);
    return Flat.read(MemorySegment.ofArray(words), Limits.TRUSTED);
  }

  /// How a whole input is read as one message.
  interface Whole {
    Received of(byte[] bytes);
  }

  private static MessageInput whole(PrefixedInput in, Whole reader) {
    return () -> {
      byte[] bytes = in.readAll();
      return bytes.length == 0 ? null : reader.of(bytes);
    };
  }
}
