package dev.caplens.bench.access;

import dev.caplens.bench.capnproto.ParkingLots;
import dev.caplens.bench.lens.ParkingLot;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.memory.Region;
import dev.caplens.core.message.MessageBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.capnproto.ArrayOutputStream;
import org.capnproto.Serialize;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Question: what does it cost to "parse" a framed message and read its first field, and to frame
/// one that is built? Goals: 50 ns to parse, whatever the size; 200 ns to frame 1 KiB.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MessageLookBenchmark {

  /// About how large the message is: each car is 56 bytes.
  @Param({"1", "100"})
  public int kib;

  private final MessageBuilder builder = MessageBuilder.create(32 * 1024);
  private final ByteBuffer peerSegment = ByteBuffer.allocate(256 * 1024);
  private final Region wire = Region.anonymous(256 * 1024);
  private final ByteBuffer peerWire = ByteBuffer.allocate(256 * 1024);
  private org.capnproto.MessageBuilder peer = new org.capnproto.MessageBuilder(peerSegment);

  /// Builds both messages and frames them.
  @Setup
  public void prepare() throws IOException {
    int cars = kib * 1024 / 56;
    builder.reset();
    builder.initRoot(ParkingLot.TYPE).initCars(cars).get(0).setWeight(1234);
    peer = new org.capnproto.MessageBuilder(ByteBuffer.allocate(256 * 1024));
    peer.initRoot(ParkingLots.ParkingLot.factory).initCars(cars).get(0).setWeight(1234);
    serializeLens();
    serializeRuntime();
    if (parseLens() != 1234 || parseRuntime() != 1234) {
      throw new IllegalStateException("first field: expected 1234");
    }
  }

  /// Ours: a framed message in a region.
  @Benchmark
  public long parseLens() {
    return Framing.read(wire, 0).root(ParkingLot.TYPE).getCars().get(0).getWeight();
  }

  /// The peer: a framed message in a heap buffer.
  @Benchmark
  public long parseRuntime() throws IOException {
    return Serialize.read(peerWire.duplicate().rewind())
        .getRoot(ParkingLots.ParkingLot.factory)
        .getCars()
        .get(0)
        .getWeight();
  }

  /// Ours: framed into a region.
  @Benchmark
  public long serializeLens() {
    return Framing.write(builder, wire, 0);
  }

  /// The peer: framed into a heap buffer.
  @Benchmark
  public long serializeRuntime() throws IOException {
    ArrayOutputStream target = new ArrayOutputStream(peerWire.clear());
    Serialize.write(target, peer);
    return target.buf.position();
  }
}
