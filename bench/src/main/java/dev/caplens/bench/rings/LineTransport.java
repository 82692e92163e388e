package dev.caplens.bench.rings;

import dev.caplens.bench.pairs.Receiver;
import dev.caplens.bench.pairs.Sender;
import dev.caplens.bench.pairs.Setting;
import dev.caplens.bench.pairs.Sink;
import dev.caplens.bench.pairs.Transport;
import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;

/// The floor: one number each way on a cache line of its own, and nothing else. Only for round
/// trips, and payloads of 8 bytes.
///
/// | word   | written by | read by      | ordering                    |
/// |--------|------------|--------------|-----------------------------|
/// | number | the sender | the receiver | release / acquire, a number |
public final class LineTransport implements Transport {

  private static final String FILE = "lines";
  private static final long STRIDE = 1024;

  @SuppressWarnings("NullAway.Init") // create or attach comes first
  private Region region;

  /// Neither created nor attached yet.
  public LineTransport() {}

  @Override
  public void create(Setting setting) throws IOException {
    Path file = setting.folder().resolve(FILE);
    region = Region.create(file, (Direction.values().length + 1) * STRIDE);
  }

  @Override
  public void attach(Setting setting) throws IOException {
    region = Region.open(setting.folder().resolve(FILE), Access.READ_WRITE);
  }

  private long at(Direction direction) {
    return region.address() + direction.ordinal() * STRIDE;
  }

  /// The word holds the number plus one, so that zero means that there is none yet.
  @Override
  public Sender sender(Direction direction) {
    long address = at(direction);
    return sequence -> {
      Memory.putLongRelease(address, sequence + 1);
      Reference.reachabilityFence(region);
      return true;
    };
  }

  @Override
  public Receiver receiver(Direction direction, Sink sink) {
    return new LineReceiver(Region.anonymous(STRIDE), region, at(direction), sink);
  }

  private static final class LineReceiver implements Receiver {
    private final Region copy;
    private final Region lines;
    private final long address;
    private final Sink sink;
    private long seen;

    LineReceiver(Region copy, Region lines, long address, Sink sink) {
      this.copy = copy;
      this.lines = lines;
      this.address = address;
      this.sink = sink;
    }

    @Override
    public int poll(int limit) {
      long number = Memory.getLongAcquire(address);
      Reference.reachabilityFence(lines);
      if (number == seen) {
        return 0;
      }
      seen = number;
      Memory.putLong(copy.address(), number - 1);
      sink.accept(copy.address(), Long.BYTES);
      Reference.reachabilityFence(copy);
      return 1;
    }
  }

  @Override
  public void close() {
    // The memory goes when nothing refers to it any more.
  }
}
