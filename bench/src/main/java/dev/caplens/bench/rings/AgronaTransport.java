package dev.caplens.bench.rings;

import dev.caplens.bench.pairs.Payload;
import dev.caplens.bench.pairs.Receiver;
import dev.caplens.bench.pairs.Sender;
import dev.caplens.bench.pairs.Setting;
import dev.caplens.bench.pairs.Sink;
import dev.caplens.bench.pairs.Transport;
import java.io.File;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import org.agrona.IoUtil;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/// A ring of Agrona per direction over a file that both map: messages are claimed and read in
/// place, bounds checks are off.
public abstract sealed class AgronaTransport implements Transport {

  private static final int TYPE = 1;

  private final RingBuffer[] rings = new RingBuffer[Direction.values().length];
  private final AtomicBuffer[] buffers = new AtomicBuffer[rings.length];
  private int payloadBytes;

  private AgronaTransport() {}

  /// Agrona's ring for one producer.
  public static final class OneToOne extends AgronaTransport {
    /// Neither created nor attached yet.
    public OneToOne() {}

    @Override
    RingBuffer ring(AtomicBuffer buffer) {
      return new OneToOneRingBuffer(buffer);
    }
  }

  /// Agrona's ring for many producers.
  public static final class ManyToOne extends AgronaTransport {
    /// Neither created nor attached yet.
    public ManyToOne() {}

    @Override
    RingBuffer ring(AtomicBuffer buffer) {
      return new ManyToOneRingBuffer(buffer);
    }
  }

  abstract RingBuffer ring(AtomicBuffer buffer);

  @Override
  public void create(Setting setting) throws IOException {
    payloadBytes = setting.task().payloadBytes();
    int size = Depth.bytes(setting.task()) + RingBufferDescriptor.TRAILER_LENGTH;
    for (int i = 0; i < rings.length; i++) {
      open(i, new UnsafeBuffer(IoUtil.mapNewFile(file(setting, i), size)));
    }
  }

  @Override
  public void attach(Setting setting) throws IOException {
    payloadBytes = setting.task().payloadBytes();
    for (int i = 0; i < rings.length; i++) {
      open(i, new UnsafeBuffer(IoUtil.mapExistingFile(file(setting, i), "ring")));
    }
  }

  private void open(int index, AtomicBuffer buffer) {
    buffers[index] = buffer;
    rings[index] = ring(buffer);
  }

  private static File file(Setting setting, int index) {
    Path file = setting.folder().resolve("ring-" + index);
    return file.toFile();
  }

  @Override
  public Sender sender(Direction direction) {
    RingBuffer ring = rings[direction.ordinal()];
    long address = buffers[direction.ordinal()].addressOffset();
    int bytes = payloadBytes;
    return sequence -> {
      int index = ring.tryClaim(TYPE, bytes);
      if (index < 0) {
        return false;
      }
      Payload.write(address + index, bytes, sequence);
      ring.commit(index);
      return true;
    };
  }

  @Override
  public Receiver receiver(Direction direction, Sink sink) {
    RingBuffer ring = rings[direction.ordinal()];
    MessageHandler handler =
        (type, buffer, index, length) -> sink.accept(buffer.addressOffset() + index, length);
    return limit -> ring.read(handler, limit);
  }

  @Override
  public void close() {
    for (AtomicBuffer buffer : buffers) {
      if (buffer != null) {
        IoUtil.unmap((MappedByteBuffer) buffer.byteBuffer());
      }
    }
  }
}
