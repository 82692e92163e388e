package dev.caplens.bench.messages;

import dev.caplens.core.encoding.Framing;
import dev.caplens.core.encoding.Packing;
import dev.caplens.core.memory.Region;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.message.StructBuilder;
import dev.caplens.core.message.StructReader;
import dev.caplens.core.message.StructType;
import java.nio.ByteBuffer;
import java.util.List;

/// An exchange through our lenses, with two builders that are emptied and used again, and regions
/// that stand for the wire.
///
/// @param <V> what a request says
/// @param <Q> reads a request
/// @param <W> builds a request
/// @param <A> reads an answer
/// @param <B> builds an answer
abstract class LensExchange<
        V,
        Q extends StructReader,
        W extends StructBuilder,
        A extends StructReader,
        B extends StructBuilder>
    implements Exchange {

  /// Room for the largest of our messages in one segment, as the peers have it.
  static final int FIRST_WORDS = 32 * 1024;

  private static final long WIRE_BYTES = FIRST_WORDS * 16L;
  private static final Limits TRUSTED = Limits.TRUSTED;

  private final List<V> values;
  private final StructType<Q, W> requestType;
  private final StructType<A, B> answerType;
  private final MessageBuilder request = MessageBuilder.create(FIRST_WORDS);
  private final MessageBuilder answer = MessageBuilder.create(FIRST_WORDS);
  private final MessageReader[] ready;
  private final Region wire = Region.anonymous(WIRE_BYTES);
  private final Region wireBack = Region.anonymous(WIRE_BYTES);
  private final Region unpacked = Region.anonymous(WIRE_BYTES);
  private final Region unpackedBack = Region.anonymous(WIRE_BYTES);
  private int turn;

  LensExchange(List<V> values, StructType<Q, W> requestType, StructType<A, B> answerType) {
    this.values = values;
    this.requestType = requestType;
    this.answerType = answerType;
    this.ready = new MessageReader[values.size()];
  }

  abstract void fill(V value, W target);

  abstract void handle(Q source, B target);

  abstract long check(A source);

  /// As [#handle], without an answer.
  abstract long look(Q source);

  abstract long expected(V value);

  abstract Q reader(W builder);

  abstract A answerReader(B builder);

  @Override
  public final long object() {
    W asked = build();
    answer.reset();
    B answered = answer.initRoot(answerType);
    handle(reader(asked), answered);
    return check(answerReader(answered));
  }

  @Override
  public final long bytes() {
    build();
    Framing.write(request, wire, 0);
    answer.reset();
    handle(Framing.read(wire, 0, TRUSTED).root(requestType), answer.initRoot(answerType));
    Framing.write(answer, wireBack, 0);
    return check(Framing.read(wireBack, 0, TRUSTED).root(answerType));
  }

  @Override
  public final long packed() {
    build();
    long sent = Packing.write(request, wire, 0);
    answer.reset();
    MessageReader received = Packing.read(wire, 0, sent, unpacked, TRUSTED);
    handle(received.root(requestType), answer.initRoot(answerType));
    long returned = Packing.write(answer, wireBack, 0);
    MessageReader reply = Packing.read(wireBack, 0, returned, unpackedBack, TRUSTED);
    return check(reply.root(answerType));
  }

  @Override
  public final long read() {
    next();
    MessageReader message = ready[turn];
    return look((message == null ? load() : message).root(requestType));
  }

  @Override
  public final long expected() {
    return expected(values.get(turn));
  }

  @Override
  public final byte[] request() {
    build();
    return Framing.toBytes(request);
  }

  private W build() {
    next();
    request.reset();
    W target = request.initRoot(requestType);
    fill(values.get(turn), target);
    return target;
  }

  private MessageReader load() {
    request.reset();
    fill(values.get(turn), request.initRoot(requestType));
    MessageReader message = Framing.read(ByteBuffer.wrap(Framing.toBytes(request)), TRUSTED);
    ready[turn] = message;
    return message;
  }

  private void next() {
    turn = turn + 1 < values.size() ? turn + 1 : 0;
  }
}
