package dev.caplens.bench.access;

import dev.caplens.bench.capnproto.Cars;
import dev.caplens.bench.capnproto.ParkingLots;
import dev.caplens.bench.lens.Car;
import dev.caplens.bench.lens.ParkingLot;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.StructList;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.capnproto.ReaderOptions;
import org.capnproto.Serialize;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Question: what does one field cost at random places of a message in a mapped file, beside the
/// same loads without a format? Per operation one field; the places are the same for everybody.
///
/// The file is a [CarFile]; in its page cache, but of course not in the processor's.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(MappedBenchmark.COUNT)
public class MappedBenchmark {

  /// Fields per call.
  static final int COUNT = 4096;

  private static final MethodHandle GET_INT =
      RawMemory.unsafe("getInt", MethodType.methodType(int.class, long.class));

  /// The file.
  @Param("")
  public String file = "";

  /// How many of its cars are looked at, in MiB.
  @Param("1024")
  public int mib = 1024;

  private Region region = Region.anonymous(8);
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private StructList.Reader<Car.Reader> cars = FieldBenchmark.empty();
  private org.capnproto.StructList.@Nullable Reader<Cars.Car.Reader> peerCars;
  private long address;
  private int bound;
  private int random = 1;

  /// Maps the file and compares the ways.
  @Setup
  public void prepare() throws IOException {
    Path path = Path.of(file);
    bound = CarFile.cars((long) mib << 20);
    region = Region.open(path, Access.READ_ONLY);
    address = region.address();
    cars = Framing.read(region, 0, Limits.TRUSTED).root(ParkingLot.TYPE).getCars();
    try (FileChannel channel = FileChannel.open(path)) {
      buffer = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
    buffer.order(ByteOrder.LITTLE_ENDIAN);
    ReaderOptions options = new ReaderOptions(Long.MAX_VALUE, 64);
    peerCars =
        Serialize.read(buffer.duplicate(), options)
            .getRoot(ParkingLots.ParkingLot.factory)
            .getCars();
    compare();
  }

  private void compare() {
    for (int index : new int[] {0, 1, bound / 2, bound - 1}) {
      long expected = CarFile.weight(index);
      int raw = buffer.getInt((int) CarFile.weightAt(index));
      if (cars.get(index).getWeight() != expected || raw != expected || peer(index) != expected) {
        throw new IllegalStateException(
            "car %d: expected %d, got %d, %d and %d"
                .formatted(index, expected, cars.get(index).getWeight(), raw, peer(index)));
      }
    }
  }

  /// Ours.
  @Benchmark
  public long lens() {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += cars.get(next()).getWeight();
    }
    return sum;
  }

  /// `org.capnproto:runtime` over the mapped buffer.
  @Benchmark
  public long runtime() {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += peer(next());
    }
    return sum;
  }

  /// The floor: `Unsafe`.
  @Benchmark
  public long unsafe() throws Throwable {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += (int) GET_INT.invokeExact(address + CarFile.weightAt(next()));
    }
    return sum;
  }

  /// A mapped `ByteBuffer`, which ends at 2 GiB.
  @Benchmark
  public long byteBuffer() {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += buffer.getInt((int) CarFile.weightAt(next()));
    }
    return sum;
  }

  private long peer(int index) {
    return Objects.requireNonNull(peerCars).get(index).getWeight();
  }

  /// A place: xorshift, then scaled to the count without a division.
  private int next() {
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    return (int) ((random & 0xffffffffL) * bound >>> 32);
  }
}
