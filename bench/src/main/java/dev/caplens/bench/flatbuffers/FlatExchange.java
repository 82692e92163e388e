package dev.caplens.bench.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.caplens.bench.messages.EncodedExchange;
import java.nio.ByteBuffer;
import java.util.List;

/// An exchange in FlatBuffers, set up as its authors do: builders that are cleared and used again,
/// accessor objects that are used again, messages read in place.
///
/// @param <V> what a request says
abstract class FlatExchange<V> extends EncodedExchange<V, ByteBuffer> {

  private static final int BYTES = 256 * 1024;

  private final FlatBufferBuilder request = new FlatBufferBuilder(BYTES);
  private final FlatBufferBuilder answer = new FlatBufferBuilder(BYTES);

  FlatExchange(List<V> values) {
    super(values);
  }

  /// Builds a request and returns its root.
  abstract int build(V value, FlatBufferBuilder target);

  /// Builds an answer and returns its root.
  abstract int handle(ByteBuffer source, FlatBufferBuilder target);

  @Override
  protected final ByteBuffer ask(V value) {
    request.clear();
    request.finish(build(value, request));
    return request.dataBuffer();
  }

  @Override
  protected final ByteBuffer answer(ByteBuffer source) {
    answer.clear();
    answer.finish(handle(source, answer));
    return answer.dataBuffer();
  }

  @Override
  protected final byte[] toBytes(ByteBuffer message) {
    byte[] bytes = new byte[message.remaining()];
    message.duplicate().get(bytes);
    return bytes;
  }

  @Override
  protected final ByteBuffer over(byte[] bytes) {
    return ByteBuffer.wrap(bytes);
  }
}
