package dev.caplens.bench.access;

import dev.caplens.bench.lens.Car;
import dev.caplens.bench.lens.ParkingLot;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.message.StructList;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Question: what does one 32-bit field cost in a loop over a list of structs, beside the same loop
/// over raw memory? Goal: at most 1.3 times raw `Unsafe`, with any history of the classes.
///
/// The floors know where the fields are; ours follows the list. Per operation one field.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FieldBenchmark.COUNT)
public class FieldBenchmark {

  /// Elements of the list.
  static final int COUNT = 1024;

  /// Bytes of a car: 3 data words and 4 pointers, the weight at byte 12.
  private static final int STEP = 56;

  private static final int WEIGHT_AT = 12;

  private static final MethodHandle GET_INT =
      RawMemory.unsafe("getInt", MethodType.methodType(int.class, long.class));

  private static final MethodHandle PUT_INT =
      RawMemory.unsafe("putInt", MethodType.methodType(void.class, long.class, int.class));

  private static final long FIELDS = (long) COUNT * STEP;

  /// Which memory the classes have met before: `clean` none but this, `polluted` all kinds.
  @Param({"clean", "polluted"})
  public String profile = "";

  private final MessageBuilder builder = MessageBuilder.create(16 * 1024);
  private final Region raw = Region.anonymous(FIELDS);
  private final MemorySegment segment = raw.segment();
  private final long address = raw.address();
  StructList.Builder<Car.Builder> target = list(builder);
  private StructList.Reader<Car.Reader> source = empty();
  private HandWrittenList hand = new HandWrittenList(raw, 0, COUNT, STEP);

  /// Fills the memory, and lets the classes see other kinds of it.
  @Setup
  public void prepare() throws IOException {
    target = list(builder);
    writeLens();
    source = builder.asReader().root(ParkingLot.TYPE).getCars();
    hand = new HandWrittenList(raw, 0, source.size(), STEP);
    if (profile.equals("polluted")) {
      pollute();
    }
  }

  /// Ours, with a cursor.
  @Benchmark
  public long readLens() {
    return sum(source);
  }

  /// Ours, with `get(i)`.
  @Benchmark
  public long readPlain() {
    long sum = 0;
    for (int i = 0; i < source.size(); i++) {
      sum += source.get(i).getWeight();
    }
    return sum;
  }

  /// The floor: `Unsafe` at absolute addresses.
  @Benchmark
  public long readUnsafe() throws Throwable {
    long sum = 0;
    for (long at = address + WEIGHT_AT; at < address + FIELDS; at += STEP) {
      sum += (int) GET_INT.invokeExact(at);
    }
    return sum;
  }

  /// The floor without `Unsafe`: one memory segment.
  @Benchmark
  public long readSegment() {
    long sum = 0;
    for (long at = WEIGHT_AT; at < FIELDS; at += STEP) {
      sum += segment.get(ValueLayout.JAVA_INT_UNALIGNED, at);
    }
    return sum;
  }

  /// The floor of generated accessors: the same list, followed by hand.
  @Benchmark
  public long readHand() {
    long sum = 0;
    HandWrittenList list = hand;
    for (int i = 0; i < list.size(); i++) {
      sum += list.weight(i);
    }
    return sum;
  }

  /// Ours, with a cursor.
  @Benchmark
  public void writeLens() {
    int value = 1;
    for (var cars = target.cursor(); cars.next(); ) {
      cars.element().setWeight(value++);
    }
  }

  /// Ours, with `get(i)`.
  @Benchmark
  public void writePlain() {
    int value = 1;
    for (int i = 0; i < target.size(); i++) {
      target.get(i).setWeight(value++);
    }
  }

  /// The floor: `Unsafe` at absolute addresses.
  @Benchmark
  public void writeUnsafe() throws Throwable {
    int value = 1;
    for (long at = address + WEIGHT_AT; at < address + FIELDS; at += STEP) {
      PUT_INT.invokeExact(at, value++);
    }
  }

  /// The floor without `Unsafe`: one memory segment.
  @Benchmark
  public void writeSegment() {
    int value = 1;
    for (long at = WEIGHT_AT; at < FIELDS; at += STEP) {
      segment.set(ValueLayout.JAVA_INT_UNALIGNED, at, value++);
    }
  }

  /// The floor of generated accessors: the same list, followed by hand.
  @Benchmark
  public void writeHand() {
    int value = 1;
    HandWrittenList list = hand;
    for (int i = 0; i < list.size(); i++) {
      list.weight(i, value++);
    }
  }

  private static long sum(StructList.Reader<Car.Reader> list) {
    long sum = 0;
    for (var cars = list.cursor(); cars.next(); ) {
      sum += cars.element().getWeight();
    }
    return sum;
  }

  private void pollute() throws IOException {
    byte[] framed = Framing.toBytes(builder);
    Path file = Files.createTempFile("caplens-bench", ".region");
    Path shared = Files.createTempFile(Path.of("/dev/shm"), "caplens-bench", ".region");
    try {
      Files.write(file, framed);
      Files.write(shared, framed);
      MessageReader mapped = Framing.read(Region.open(file, Access.READ_ONLY), 0, Limits.TRUSTED);
      MessageReader inShared =
          Framing.read(Region.open(shared, Access.READ_WRITE), 0, Limits.TRUSTED);
      MessageReader copied = Framing.read(ByteBuffer.wrap(framed), Limits.TRUSTED);
      for (int i = 0; i < 20_000; i++) {
        MessageReader message = i % 3 == 0 ? mapped : i % 3 == 1 ? inShared : copied;
        sum(message.root(ParkingLot.TYPE).getCars());
      }
    } finally {
      Files.delete(file);
      Files.delete(shared);
    }
  }

  private static StructList.Builder<Car.Builder> list(MessageBuilder builder) {
    builder.reset();
    return builder.initRoot(ParkingLot.TYPE).initCars(COUNT);
  }

  /// A list without cars.
  static StructList.Reader<Car.Reader> empty() {
    MessageBuilder none = MessageBuilder.create();
    return none.initRoot(ParkingLot.TYPE).asReader().getCars();
  }
}
