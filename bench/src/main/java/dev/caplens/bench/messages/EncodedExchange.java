package dev.caplens.bench.messages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An exchange in a format that is not Cap'n Proto. What stands between writer and reader is a
/// message `M`: bytes in memory that is used again, or what the format's authors pass on instead.
///
/// @param <V> what a request says
/// @param <M> an encoded message
public abstract class EncodedExchange<V, M> implements Exchange {

  private final List<V> values;
  private final List<@Nullable M> ready = new ArrayList<>();
  private int turn;

  /// An exchange of those requests.
  protected EncodedExchange(List<V> values) {
    this.values = values;
    for (int i = 0; i < values.size(); i++) {
      ready.add(null);
    }
  }

  /// Builds a request.
  protected abstract M ask(V value);

  /// Reads a request and builds its answer.
  protected abstract M answer(M request);

  /// Reads an answer.
  protected abstract long check(M answer);

  /// Reads a request alone.
  protected abstract long look(M request);

  /// What the answer to a request has to say.
  protected abstract long expected(V value);

  /// The bytes of a message.
  protected abstract byte[] toBytes(M message);

  /// A message of its own over those bytes.
  protected abstract M over(byte[] bytes);

  /// All that a request says, for the comparison with what it had to say.
  public abstract V decode(byte[] request);

  /// The plain value of the request that the last call passed.
  public final V value() {
    return values.get(turn);
  }

  /// As [#bytes()]: such a format has no objects beside its bytes, unless a subclass has.
  @Override
  public long object() {
    return bytes();
  }

  @Override
  public long bytes() {
    next();
    return check(answer(ask(values.get(turn))));
  }

  /// @throws UnsupportedOperationException always: there is no packed form
  @Override
  public final long packed() {
    throw new UnsupportedOperationException("no packed form");
  }

  @Override
  public final long read() {
    next();
    M message = ready.get(turn);
    return look(message == null ? load() : message);
  }

  @Override
  public final long expected() {
    return expected(values.get(turn));
  }

  @Override
  public final byte[] request() {
    next();
    return toBytes(ask(values.get(turn)));
  }

  /// Goes on to the next value and returns it.
  protected final V advance() {
    next();
    return values.get(turn);
  }

  private M load() {
    M message = over(toBytes(ask(values.get(turn))));
    ready.set(turn, message);
    return message;
  }

  private void next() {
    turn = turn + 1 < values.size() ? turn + 1 : 0;
  }
}
