package dev.caplens.bench.messages;

import dev.caplens.bench.sbe.MessageHeaderDecoder;
import dev.caplens.bench.sbe.MessageHeaderEncoder;
import java.nio.ByteBuffer;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/// An exchange in Simple Binary Encoding, set up as its authors do: flyweights that are used again,
/// over direct buffers that are used again.
///
/// @param <V> what a request says
abstract class SbeExchange<V> extends EncodedExchange<V, UnsafeBuffer> {

  private static final int BYTES = LensExchange.FIRST_WORDS * 8;

  final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
  final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
  private final UnsafeBuffer wire = new UnsafeBuffer(ByteBuffer.allocateDirect(BYTES));
  private final UnsafeBuffer wireBack = new UnsafeBuffer(ByteBuffer.allocateDirect(BYTES));
  private int askedBytes;

  SbeExchange(List<V> values) {
    super(values);
  }

  /// Builds a request and returns its length.
  abstract int ask(V value, UnsafeBuffer target);

  /// Builds an answer.
  abstract void answer(UnsafeBuffer request, UnsafeBuffer target);

  @Override
  protected final UnsafeBuffer ask(V value) {
    askedBytes = ask(value, wire);
    return wire;
  }

  @Override
  protected final UnsafeBuffer answer(UnsafeBuffer request) {
    answer(request, wireBack);
    return wireBack;
  }

  @Override
  protected final byte[] toBytes(UnsafeBuffer message) {
    byte[] bytes = new byte[askedBytes];
    message.getBytes(0, bytes);
    return bytes;
  }

  @Override
  protected final UnsafeBuffer over(byte[] bytes) {
    UnsafeBuffer message = new UnsafeBuffer(ByteBuffer.allocateDirect(bytes.length));
    message.putBytes(0, bytes);
    return message;
  }
}
