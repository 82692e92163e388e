package dev.caplens.bench.slopes;

import dev.caplens.bench.capnproto.Cars;
import dev.caplens.bench.capnproto.ParkingLots;
import dev.caplens.bench.lens.Car;
import dev.caplens.bench.lens.ParkingLot;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.memory.Region;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.StructList;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.capnproto.ArrayOutputStream;
import org.capnproto.ReaderOptions;
import org.capnproto.Serialize;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Question: how does the cost of a message grow with its size: the first look at it (it should not
/// grow), framing it (beside `memcpy`), reading one field of every element, building it? The
/// message is a list of structs of 56 bytes.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SlopeBenchmark {

  private static final int STEP = 56;
  private static final ReaderOptions UNLIMITED = new ReaderOptions(Long.MAX_VALUE, 64);

  /// About how many bytes the message has.
  @Param("1024")
  public int bytes;

  private int cars;
  private MessageBuilder builder = MessageBuilder.create();
  private Region wire = Region.anonymous(64);
  private Region copy = Region.anonymous(64);
  private long framedBytes;
  private ByteBuffer peerSegment = ByteBuffer.allocate(0);
  private ByteBuffer peerWire = ByteBuffer.allocate(0);
  private org.capnproto.MessageBuilder peer = new org.capnproto.MessageBuilder();

  /// Builds the message with both and frames it.
  @Setup
  public void prepare() throws IOException {
    cars = Math.max(1, (bytes - 32) / STEP);
    int room = cars * STEP + 4096;
    builder = MessageBuilder.create(room / 8);
    wire = Region.anonymous(room);
    copy = Region.anonymous(room);
    peerSegment = ByteBuffer.allocate(room);
    peerWire = ByteBuffer.allocate(room);
    peer = new org.capnproto.MessageBuilder(ByteBuffer.allocate(room));
    fill(peer);
    long sum = buildLens();
    framedBytes = writeLens();
    writeRuntime();
    long expected = (long) cars * (cars + 1) / 2;
    if (sum != cars || readLens() != expected || readRuntime() != expected) {
      throw new IllegalStateException(
          "expected %d, got %d and %d".formatted(expected, readLens(), readRuntime()));
    }
  }

  /// Ours: the first look.
  @Benchmark
  public long lookLens() {
    return Framing.read(wire, 0).root(ParkingLot.TYPE).getCars().get(0).getWeight();
  }

  /// The peer: the first look.
  @Benchmark
  public long lookRuntime() throws IOException {
    return peerCars().get(0).getWeight();
  }

  /// Ours: framing.
  @Benchmark
  public long writeLens() {
    return Framing.write(builder, wire, 0);
  }

  /// The peer: framing.
  @Benchmark
  public long writeRuntime() throws IOException {
    ArrayOutputStream target = new ArrayOutputStream(peerWire.clear());
    Serialize.write(target, peer);
    return target.buf.position();
  }

  /// The floor of framing.
  @Benchmark
  public Region writeMemcpy() {
    MemorySegment.copy(wire.segment(), 0, copy.segment(), 0, framedBytes);
    return copy;
  }

  /// Ours: a field of every element.
  @Benchmark
  public long readLens() {
    long sum = 0;
    StructList.Reader<Car.Reader> list =
        Framing.read(wire, 0, Limits.TRUSTED).root(ParkingLot.TYPE).getCars();
    for (var cursor = list.cursor(); cursor.next(); ) {
      sum += cursor.element().getWeight();
    }
    return sum;
  }

  /// The peer: a field of every element.
  @Benchmark
  public long readRuntime() throws IOException {
    long sum = 0;
    org.capnproto.StructList.Reader<Cars.Car.Reader> list = peerCars();
    int count = list.size();
    for (int i = 0; i < count; i++) {
      sum += list.get(i).getWeight();
    }
    return sum;
  }

  /// Ours: the whole message, with a field of every element.
  @Benchmark
  public long buildLens() {
    builder.reset();
    int weight = 0;
    var list = builder.initRoot(ParkingLot.TYPE).initCars(cars);
    for (var cursor = list.cursor(); cursor.next(); ) {
      cursor.element().setWeight(++weight);
    }
    return weight;
  }

  /// The peer: the whole message, over a segment that is cleared and used again.
  @Benchmark
  public long buildRuntime() {
    org.capnproto.MessageBuilder message = new org.capnproto.MessageBuilder(peerSegment);
    fill(message);
    message.clearFirstSegment();
    return cars;
  }

  private void fill(org.capnproto.MessageBuilder message) {
    var list = message.initRoot(ParkingLots.ParkingLot.factory).initCars(cars);
    for (int i = 0; i < cars; i++) {
      list.get(i).setWeight(i + 1);
    }
  }

  private org.capnproto.StructList.Reader<Cars.Car.Reader> peerCars() throws IOException {
    return Serialize.read(peerWire.duplicate().rewind(), UNLIMITED)
        .getRoot(ParkingLots.ParkingLot.factory)
        .getCars();
  }
}
