package dev.caplens.bench.pairs;

import dev.caplens.bench.rings.QueueTransport;
import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import java.io.IOException;
import java.lang.ref.Reference;

/// Transports that break their promise once.
abstract class FaultyTransport implements Transport {

  private static final long FAULT = 20_000;

  private final QueueTransport queue = new QueueTransport();

  /// Loses a message.
  public static final class Losing extends FaultyTransport {
    @Override
    public Sender sender(Direction direction) {
      Sender sender = super.sender(direction);
      return sequence -> sequence == FAULT || sender.trySend(sequence);
    }
  }

  /// Loses all messages from one on.
  public static final class Stopping extends FaultyTransport {
    @Override
    public Sender sender(Direction direction) {
      Sender sender = super.sender(direction);
      return sequence -> sequence >= FAULT || sender.trySend(sequence);
    }
  }

  /// Sends a message twice.
  public static final class Doubling extends FaultyTransport {
    @Override
    public Sender sender(Direction direction) {
      Sender sender = super.sender(direction);
      return sequence -> {
        if (sequence == FAULT) {
          while (!sender.trySend(sequence)) {
            Thread.onSpinWait();
          }
        }
        return sender.trySend(sequence);
      };
    }
  }

  /// Hands out a message whose last word is another one's.
  public static final class Tearing extends FaultyTransport {
    @Override
    public Receiver receiver(Direction direction, Sink sink) {
      Region copy = Region.anonymous(4096);
      return super.receiver(
          direction,
          (address, bytes) -> {
            Memory.copy(address, copy.address(), bytes);
            if (Memory.getLong(address) == FAULT) {
              Memory.putLong(copy.address() + bytes - Long.BYTES, FAULT);
            }
            sink.accept(copy.address(), bytes);
            Reference.reachabilityFence(copy);
          });
    }
  }

  /// Cannot be made, and says where it should have been.
  public static final class Impossible extends FaultyTransport {
    @Override
    public void create(Setting setting) throws IOException {
      throw new IOException("<" + setting.folder() + ">");
    }
  }

  /// Ends its process in the midst of sending.
  public static final class Dying extends FaultyTransport {
    @Override
    public void attach(Setting setting) {
      queue().create(setting);
    }

    @Override
    public Sender sender(Direction direction) {
      return sequence -> {
        Runtime.getRuntime().halt(7);
        return false;
      };
    }
  }

  QueueTransport queue() {
    return queue;
  }

  @Override
  public void create(Setting setting) throws IOException {
    queue.create(setting);
  }

  @Override
  public void attach(Setting setting) {
    queue.attach(setting);
  }

  @Override
  public Sender sender(Direction direction) {
    return queue.sender(direction);
  }

  @Override
  public Receiver receiver(Direction direction, Sink sink) {
    return queue.receiver(direction, sink);
  }

  @Override
  public void close() {
    queue.close();
  }
}
