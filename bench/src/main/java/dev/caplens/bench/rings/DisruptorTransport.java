package dev.caplens.bench.rings;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import dev.caplens.bench.pairs.Payload;
import dev.caplens.bench.pairs.Receiver;
import dev.caplens.bench.pairs.Sender;
import dev.caplens.bench.pairs.Setting;
import dev.caplens.bench.pairs.Sink;
import dev.caplens.bench.pairs.Transport;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/// The Disruptor: a ring of events that are made once, each with a block of native memory; one
/// producer, one consumer that polls, busy spinning. Threads only.
public final class DisruptorTransport implements Transport {

  /// Where a message stands.
  private record Event(long address) {}

  private final List<RingBuffer<Event>> rings = new ArrayList<>();
  private final List<EventPoller<Event>> pollers = new ArrayList<>();
  private final List<NativeBlocks> memory = new ArrayList<>();
  private int payloadBytes;

  /// Not created yet.
  public DisruptorTransport() {}

  @Override
  public void create(Setting setting) {
    payloadBytes = setting.task().payloadBytes();
    int depth = Depth.messages(setting.task());
    for (Direction direction : Direction.values()) {
      NativeBlocks blocks = new NativeBlocks(depth, payloadBytes);
      int[] made = {0};
      RingBuffer<Event> ring =
          RingBuffer.createSingleProducer(
              () -> new Event(blocks.address(made[0]++)), depth, new BusySpinWaitStrategy());
      EventPoller<Event> poller = ring.newPoller();
      ring.addGatingSequences(poller.getSequence());
      rings.add(direction.ordinal(), ring);
      pollers.add(direction.ordinal(), poller);
      memory.add(blocks);
    }
  }

  @Override
  public void attach(Setting setting) {
    throw new UnsupportedOperationException("the Disruptor is for the threads of one process");
  }

  @Override
  public Sender sender(Direction direction) {
    RingBuffer<Event> ring = rings.get(direction.ordinal());
    int bytes = payloadBytes;
    return sequence -> {
      if (!ring.hasAvailableCapacity(1)) {
        return false;
      }
      long position = ring.next();
      Payload.write(ring.get(position).address(), bytes, sequence);
      ring.publish(position);
      Reference.reachabilityFence(memory);
      return true;
    };
  }

  @Override
  public Receiver receiver(Direction direction, Sink sink) {
    return new PollingReceiver(pollers.get(direction.ordinal()), payloadBytes, sink);
  }

  private static final class PollingReceiver implements Receiver {
    private final EventPoller<Event> poller;
    private final EventPoller.Handler<Event> handler;
    private int count;

    PollingReceiver(EventPoller<Event> poller, int payloadBytes, Sink sink) {
      this.poller = poller;
      this.handler =
          (event, sequence, isLast) -> {
            sink.accept(event.address(), payloadBytes);
            count++;
            return true;
          };
    }

    @Override
    public int poll(int limit) {
      count = 0;
      try {
        poller.poll(handler);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("the handler throws nothing of that kind", e);
      }
      return count;
    }
  }

  @Override
  public void close() {
    // Nothing but the heap.
  }
}
