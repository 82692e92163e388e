package dev.caplens.bench.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.capnproto.ArrayInputStream;
import org.capnproto.ArrayOutputStream;
import org.capnproto.MessageBuilder;
import org.capnproto.MessageReader;
import org.capnproto.ReaderOptions;
import org.capnproto.Serialize;
import org.capnproto.SerializePacked;
import org.capnproto.StructFactory;
import org.capnproto.StructReader;

/// An exchange through `org.capnproto:runtime`: a new builder per message, since it has no way to
/// empty one, over a first segment that is used again, and buffers of the heap that are used again.
///
/// @param <V> what a request says
/// @param <Q> reads a request
/// @param <W> builds a request
/// @param <A> reads an answer
/// @param <B> builds an answer
abstract class PeerExchange<V, Q extends StructReader, W, A extends StructReader, B>
    implements Exchange {

  private static final ReaderOptions UNLIMITED = new ReaderOptions(Long.MAX_VALUE, 64);
  private static final int BYTES = LensExchange.FIRST_WORDS * 8;

  private final List<V> values;
  private final StructFactory<W, Q> requestFactory;
  private final StructFactory<B, A> answerFactory;
  private final ByteBuffer requestSegment = ByteBuffer.allocate(BYTES);
  private final ByteBuffer answerSegment = ByteBuffer.allocate(BYTES);
  private final ByteBuffer wire = ByteBuffer.allocate(BYTES);
  private final ByteBuffer wireBack = ByteBuffer.allocate(BYTES);
  private final MessageReader[] ready;
  private int turn;

  PeerExchange(
      List<V> values, StructFactory<W, Q> requestFactory, StructFactory<B, A> answerFactory) {
    this.values = values;
    this.requestFactory = requestFactory;
    this.answerFactory = answerFactory;
    this.ready = new MessageReader[values.size()];
  }

  abstract void fill(V value, W target);

  abstract void handle(Q source, B target);

  abstract long check(A source);

  /// As [#handle], without an answer.
  abstract long look(Q source);

  abstract long expected(V value);

  @Override
  public final long object() {
    next();
    MessageBuilder request = new MessageBuilder(requestSegment);
    W asked = request.initRoot(requestFactory);
    fill(values.get(turn), asked);
    MessageBuilder answer = new MessageBuilder(answerSegment);
    B answered = answer.initRoot(answerFactory);
    handle(requestFactory.asReader(asked), answered);
    long found = check(answerFactory.asReader(answered));
    request.clearFirstSegment();
    answer.clearFirstSegment();
    return found;
  }

  @Override
  public final long bytes() {
    try {
      MessageBuilder request = build();
      MessageReader received = send(request, wire);
      MessageBuilder answer = new MessageBuilder(answerSegment);
      handle(received.getRoot(requestFactory), answer.initRoot(answerFactory));
      long found = check(send(answer, wireBack).getRoot(answerFactory));
      request.clearFirstSegment();
      answer.clearFirstSegment();
      return found;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public final long packed() {
    try {
      MessageBuilder request = build();
      MessageReader received = sendPacked(request, wire);
      MessageBuilder answer = new MessageBuilder(answerSegment);
      handle(received.getRoot(requestFactory), answer.initRoot(answerFactory));
      long found = check(sendPacked(answer, wireBack).getRoot(answerFactory));
      request.clearFirstSegment();
      answer.clearFirstSegment();
      return found;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public final long read() {
    next();
    MessageReader message = ready[turn];
    return look((message == null ? load() : message).getRoot(requestFactory));
  }

  @Override
  public final long expected() {
    return expected(values.get(turn));
  }

  @Override
  public final byte[] request() {
    MessageBuilder request = build();
    byte[] framed = framed(request);
    request.clearFirstSegment();
    return framed;
  }

  private MessageBuilder build() {
    next();
    MessageBuilder request = new MessageBuilder(requestSegment);
    fill(values.get(turn), request.initRoot(requestFactory));
    return request;
  }

  private static MessageReader send(MessageBuilder message, ByteBuffer wire) throws IOException {
    ArrayOutputStream target = new ArrayOutputStream(wire.clear());
    Serialize.write(target, message);
    return Serialize.read(target.buf.flip(), UNLIMITED);
  }

  private static MessageReader sendPacked(MessageBuilder message, ByteBuffer wire)
      throws IOException {
    ArrayOutputStream target = new ArrayOutputStream(wire.clear());
    SerializePacked.write(target, message);
    return SerializePacked.read(new ArrayInputStream(target.buf.flip()), UNLIMITED);
  }

  private byte[] framed(MessageBuilder message) {
    try {
      ArrayOutputStream target = new ArrayOutputStream(wire.clear());
      Serialize.write(target, message);
      return Arrays.copyOf(wire.array(), target.buf.position());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private MessageReader load() {
    try {
      MessageBuilder request = new MessageBuilder(requestSegment);
      fill(values.get(turn), request.initRoot(requestFactory));
      MessageReader message = Serialize.read(ByteBuffer.wrap(framed(request)), UNLIMITED);
      request.clearFirstSegment();
      ready[turn] = message;
      return message;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void next() {
    turn = turn + 1 < values.size() ? turn + 1 : 0;
  }
}
