package dev.caplens.bench.rings;

import dev.caplens.bench.pairs.Payload;
import dev.caplens.bench.pairs.Receiver;
import dev.caplens.bench.pairs.Sender;
import dev.caplens.bench.pairs.Setting;
import dev.caplens.bench.pairs.Sink;
import dev.caplens.bench.pairs.Transport;
import java.lang.ref.Reference;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.SpscArrayQueue;

/// JCTools' queue for one producer and one consumer: references to blocks of native memory, which
/// are used again in turn. Threads only.
public final class QueueTransport implements Transport {

  /// Where a message stands.
  private record Block(long address) {}

  private int payloadBytes;
  private int depth;

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of queues
  private final SpscArrayQueue<Block>[] queues = new SpscArrayQueue[Direction.values().length];

  /// Not created yet.
  public QueueTransport() {}

  @Override
  public void create(Setting setting) {
    payloadBytes = setting.task().payloadBytes();
    depth = Depth.messages(setting.task());
    for (int i = 0; i < queues.length; i++) {
      queues[i] = new SpscArrayQueue<>(depth);
    }
  }

  @Override
  public void attach(Setting setting) {
    throw new UnsupportedOperationException("a queue of objects is for the threads of one process");
  }

  /// A block is used again after twice the depth of the queue, when its message has been read.
  @Override
  public Sender sender(Direction direction) {
    SpscArrayQueue<Block> queue = queues[direction.ordinal()];
    int bytes = payloadBytes;
    int mask = 2 * depth - 1;
    NativeBlocks memory = new NativeBlocks(mask + 1, bytes);
    Block[] blocks = new Block[mask + 1];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new Block(memory.address(i));
    }
    int[] turn = {0};
    return sequence -> {
      Block block = blocks[turn[0] & mask];
      Payload.write(block.address(), bytes, sequence);
      Reference.reachabilityFence(memory);
      boolean isSent = queue.relaxedOffer(block);
      turn[0] += isSent ? 1 : 0;
      return isSent;
    };
  }

  @Override
  public Receiver receiver(Direction direction, Sink sink) {
    SpscArrayQueue<Block> queue = queues[direction.ordinal()];
    int bytes = payloadBytes;
    MessagePassingQueue.Consumer<Block> consumer = block -> sink.accept(block.address(), bytes);
    return limit -> queue.drain(consumer, limit);
  }

  @Override
  public void close() {
    // Nothing but the heap.
  }
}
