package dev.caplens.bench.messages;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.List;

/// An exchange in Protocol Buffers, set up as its authors do: immutable messages made by builders,
/// `toByteArray` and `parseFrom` for bytes.
///
/// @param <V> what a request says
/// @param <Q> a request
/// @param <A> an answer
abstract class ProtoExchange<V, Q extends MessageLite, A extends MessageLite>
    extends EncodedExchange<V, byte[]> {

  private final Parser<Q> requests;
  private final Parser<A> answers;

  ProtoExchange(List<V> values, Parser<Q> requests, Parser<A> answers) {
    super(values);
    this.requests = requests;
    this.answers = answers;
  }

  abstract Q build(V value);

  abstract A handle(Q request);

  abstract long found(A answer);

  abstract long seen(Q request);

  abstract V plain(Q request);

  @Override
  public final long object() {
    return found(handle(build(advance())));
  }

  @Override
  protected final byte[] ask(V value) {
    return build(value).toByteArray();
  }

  @Override
  protected final byte[] answer(byte[] request) {
    return handle(parse(requests, request)).toByteArray();
  }

  @Override
  protected final long check(byte[] answer) {
    return found(parse(answers, answer));
  }

  @Override
  protected final long look(byte[] request) {
    return seen(parse(requests, request));
  }

  @Override
  public final V decode(byte[] request) {
    return plain(parse(requests, request));
  }

  @Override
  protected final byte[] toBytes(byte[] message) {
    return message;
  }

  @Override
  protected final byte[] over(byte[] bytes) {
    return bytes;
  }

  private static <T> T parse(Parser<T> parser, byte[] bytes) {
    try {
      return parser.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("bytes that we wrote ourselves", e);
    }
  }
}
