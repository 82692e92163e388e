package dev.caplens.bench.rings;

import dev.caplens.bench.pairs.Payload;
import dev.caplens.bench.pairs.Receiver;
import dev.caplens.bench.pairs.Sender;
import dev.caplens.bench.pairs.Setting;
import dev.caplens.bench.pairs.Sink;
import dev.caplens.bench.pairs.Transport;
import dev.caplens.bridge.FutexWaiter;
import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import dev.caplens.layout.Cell;
import dev.caplens.layout.Tier;
import dev.caplens.layout.arena.ArenaBlock;
import dev.caplens.layout.arena.ArenaReference;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.rings.Consumer;
import dev.caplens.rings.Producer;
import dev.caplens.rings.RecordView;
import dev.caplens.rings.SlotRing;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Ours: the inbox there and the outbox back, in a cell of the smallest tier.
///
/// A body that fits into a slot stands there. A larger one stands in a block of the arena, and the
/// record refers to it, as bulk data does; there is a block per slot and direction, and whoever has
/// the slot has the block. Both ends spin instead of sleeping, as the peers do.
public final class SlotTransport implements Transport {

  static final long SCHEMA_HASH = 0x72696e6773L;
  static final int TYPE = 1;

  private static final String CELL = "cell";
  private static final String BLOCKS = "blocks";
  private static final int REFERENCE_BYTES = 3 * Long.BYTES;

  @SuppressWarnings("NullAway.Init") // create or attach comes first
  private Cell cell;

  private int payloadBytes;
  private ArenaReference[] blocks = {};

  /// Neither created nor attached yet.
  public SlotTransport() {}

  @Override
  public void create(Setting setting) throws IOException {
    payloadBytes = setting.task().payloadBytes();
    cell = Cell.create(setting.folder().resolve(CELL), Tier.LIGHT, SCHEMA_HASH, FutexWaiter.best());
    if (isBulk()) {
      blocks = new ArenaReference[Direction.values().length * SlotRing.SLOTS];
      for (int i = 0; i < blocks.length; i++) {
        blocks[i] = cell.heap().allocate(payloadBytes, cell.slot()).orElseThrow().reference();
      }
      writeBlocks(setting.folder().resolve(BLOCKS));
    }
  }

  @Override
  public void attach(Setting setting) throws IOException {
    payloadBytes = setting.task().payloadBytes();
    Path file = setting.folder().resolve(CELL);
    cell = Cell.attach(file, ProcessRole.MODULE, SCHEMA_HASH, FutexWaiter.best());
    if (isBulk()) {
      readBlocks(setting.folder().resolve(BLOCKS));
    }
  }

  private boolean isBulk() {
    return payloadBytes > SlotRing.BODY_BYTES;
  }

  private void writeBlocks(Path file) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(blocks.length * REFERENCE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (ArenaReference block : blocks) {
      bytes.putLong(block.offset()).putLong(block.length()).putLong(block.generation());
    }
    Files.write(file, bytes.array());
  }

  private void readBlocks(Path file) throws IOException {
    LongBuffer longs =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    blocks = new ArenaReference[longs.remaining() / 3];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new ArenaReference(longs.get(), longs.get(), longs.get());
    }
  }

  @Override
  public Sender sender(Direction direction) {
    Producer producer = ring(direction).producer(cell.slot());
    return isBulk()
        ? new BulkSender(producer, direction.ordinal() * SlotRing.SLOTS)
        : new SlotSender(producer);
  }

  @Override
  public Receiver receiver(Direction direction, Sink sink) {
    Consumer consumer = ring(direction).consumer(cell.slot());
    return isBulk() ? new BulkReceiver(consumer, sink) : new SlotReceiver(consumer, sink);
  }

  private SlotRing ring(Direction direction) {
    return switch (direction) {
      case THERE -> SlotRing.inbox(cell.region(), cell.flags());
      case BACK -> SlotRing.outbox(cell.region(), cell.flags());
    };
  }

  private final class SlotSender implements Sender {
    private final Producer producer;

    SlotSender(Producer producer) {
      this.producer = producer;
    }

    @Override
    public boolean trySend(long sequence) {
      if (!producer.tryClaim()) {
        return false;
      }
      Region region = producer.region();
      Payload.write(region.address() + producer.bodyOffset(), payloadBytes, sequence);
      Reference.reachabilityFence(region);
      return producer.commit(payloadBytes, TYPE);
    }
  }

  private static final class SlotReceiver implements Receiver {
    private final Consumer consumer;
    private final Sink sink;

    SlotReceiver(Consumer consumer, Sink sink) {
      this.consumer = consumer;
      this.sink = sink;
    }

    @Override
    public int poll(int limit) {
      int count = 0;
      while (count < limit && consumer.tryTake()) {
        RecordView record = consumer.record();
        sink.accept(record.region().address() + record.bodyOffset(), record.bodyBytes());
        Reference.reachabilityFence(record.region());
        consumer.release();
        count++;
      }
      return count;
    }
  }

  /// Its turns count the slots, since it is the only sender.
  private final class BulkSender implements Sender {
    private final Producer producer;
    private final int firstBlock;
    private int turn;

    BulkSender(Producer producer, int firstBlock) {
      this.producer = producer;
      this.firstBlock = firstBlock;
    }

    @Override
    public boolean trySend(long sequence) {
      if (!producer.tryClaim()) {
        return false;
      }
      ArenaReference block = blocks[firstBlock + turn];
      turn = (turn + 1) % SlotRing.SLOTS;
      Region region = producer.region();
      Payload.write(region.address() + block.offset(), payloadBytes, sequence);
      long body = region.address() + producer.bodyOffset();
      Memory.putLong(body, block.offset());
      Memory.putLong(body + Long.BYTES, block.length());
      Memory.putLong(body + 2 * Long.BYTES, block.generation());
      Reference.reachabilityFence(region);
      return producer.commit(REFERENCE_BYTES, TYPE);
    }
  }

  private final class BulkReceiver implements Receiver {
    private final Consumer consumer;
    private final Sink sink;

    BulkReceiver(Consumer consumer, Sink sink) {
      this.consumer = consumer;
      this.sink = sink;
    }

    @Override
    public int poll(int limit) {
      int count = 0;
      while (count < limit && consumer.tryTake()) {
        RecordView record = consumer.record();
        Region region = record.region();
        ArenaBlock block = cell.heap().resolve(reference(region, record.bodyOffset()));
        sink.accept(region.address() + block.reference().offset(), block.length());
        Reference.reachabilityFence(region);
        consumer.release();
        count++;
      }
      return count;
    }

    private static ArenaReference reference(Region region, long bodyOffset) {
      long body = region.address() + bodyOffset;
      return new ArenaReference(
          Memory.getLong(body),
          Memory.getLong(body + Long.BYTES),
          Memory.getLong(body + 2 * Long.BYTES));
    }
  }

  @Override
  public void close() throws IOException {
    if (cell != null) {
      cell.close();
    }
  }
}
