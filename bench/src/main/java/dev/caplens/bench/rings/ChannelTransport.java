package dev.caplens.bench.rings;

import dev.caplens.bench.pairs.Payload;
import dev.caplens.bench.pairs.Receiver;
import dev.caplens.bench.pairs.Sender;
import dev.caplens.bench.pairs.Setting;
import dev.caplens.bench.pairs.Sink;
import dev.caplens.bench.pairs.Transport;
import dev.caplens.bridge.FutexWaiter;
import dev.caplens.core.memory.Region;
import dev.caplens.layout.Cell;
import dev.caplens.layout.Tier;
import dev.caplens.layout.arena.ArenaReference;
import dev.caplens.layout.arena.PingPongChannel;
import dev.caplens.layout.process.ProcessRole;
import java.io.IOException;
import java.lang.ref.Reference;

/// Ours: two ping-pong channels. A channel holds one value, which the next one replaces, so it
/// takes part in round trips only, and between processes only, since each process reads with one
/// thread.
public final class ChannelTransport implements Transport {

  private static final String CELL = "cell";

  @SuppressWarnings("NullAway.Init") // create or attach comes first
  private Cell cell;

  private int payloadBytes;

  /// Neither created nor attached yet.
  public ChannelTransport() {}

  @Override
  public void create(Setting setting) throws IOException {
    payloadBytes = setting.task().payloadBytes();
    cell =
        Cell.create(
            setting.folder().resolve(CELL),
            Tier.LIGHT,
            SlotTransport.SCHEMA_HASH,
            FutexWaiter.best());
  }

  @Override
  public void attach(Setting setting) throws IOException {
    payloadBytes = setting.task().payloadBytes();
    cell =
        Cell.attach(
            setting.folder().resolve(CELL),
            ProcessRole.MODULE,
            SlotTransport.SCHEMA_HASH,
            FutexWaiter.best());
  }

  @Override
  public Sender sender(Direction direction) {
    return new ChannelSender(cell.channel(direction.ordinal()), payloadBytes);
  }

  @Override
  public Receiver receiver(Direction direction, Sink sink) {
    return new ChannelReceiver(cell, cell.channel(direction.ordinal()), sink);
  }

  private static final class ChannelSender implements Sender {
    private final PingPongChannel channel;
    private final PingPongChannel.Body body;
    private long sequence;

    ChannelSender(PingPongChannel channel, int payloadBytes) {
      this.channel = channel;
      this.body =
          (region, offset) -> {
            Payload.write(region.address() + offset, payloadBytes, sequence);
            Reference.reachabilityFence(region);
            return payloadBytes;
          };
    }

    @Override
    public boolean trySend(long next) {
      sequence = next;
      return channel.publish(body);
    }
  }

  private static final class ChannelReceiver implements Receiver {
    private final Region region;
    private final int slot;
    private final PingPongChannel channel;
    private final Sink sink;
    private long flip;

    ChannelReceiver(Cell cell, PingPongChannel channel, Sink sink) {
      this.region = cell.region();
      this.slot = cell.slot();
      this.channel = channel;
      this.sink = sink;
    }

    @Override
    public int poll(int limit) {
      return channel.read(slot, this::readIfNew).orElse(0);
    }

    private Integer readIfNew(ArenaReference value) {
      if (value.generation() == flip) {
        return 0;
      }
      flip = value.generation();
      sink.accept(region.address() + value.offset(), (int) value.length());
      Reference.reachabilityFence(region);
      return 1;
    }
  }

  @Override
  public void close() throws IOException {
    if (cell != null) {
      cell.close();
    }
  }
}
