package dev.caplens.bench.access;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.caplens.bench.capnproto.NumberList;
import dev.caplens.bench.lens.Numbers;
import dev.caplens.bench.proto.BenchProto;
import dev.caplens.core.memory.Region;
import dev.caplens.core.message.LongList;
import dev.caplens.core.message.MessageBuilder;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.capnproto.PrimitiveList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Question: what does it cost to get a whole list of 64-bit numbers out of a message into an
/// array, from an array into a message, and to add it up where it stands, beside `memcpy`, a plain
/// segment, and peers that go element by element?
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BulkBenchmark {

  /// Elements of the list.
  @Param("8192")
  public int count;

  private final MessageBuilder builder = MessageBuilder.create(64 * 1024);
  private long[] array = {};
  private LongList.Builder target = builder.initRoot(Numbers.TYPE).initValues(0);
  private LongList.Reader source = builder.asReader().root(Numbers.TYPE).getValues();
  private MemorySegment raw = Region.anonymous(8).segment();
  private PrimitiveList.Long.Builder peerTarget = NumberList.of(ByteBuffer.allocate(64), 0);
  private PrimitiveList.Long.Reader peerSource = peerTarget.asReader();
  private byte[] proto = {};

  /// Fills everything with the same numbers.
  @Setup
  public void prepare() throws IOException {
    array = new long[count];
    for (int i = 0; i < count; i++) {
      array[i] = i * 0x9e3779b97f4a7c15L;
    }
    builder.reset();
    target = builder.initRoot(Numbers.TYPE).initValues(count);
    raw = Region.anonymous(count * 8L).segment();
    peerTarget = NumberList.of(ByteBuffer.allocate(count * 8 + 64), count);
    BenchProto.Numbers.Builder numbers = BenchProto.Numbers.newBuilder();
    for (long value : array) {
      numbers.addValues(value);
    }
    proto = numbers.build().toByteArray();
    fromArrayLens();
    fromArrayMemcpy();
    fromArrayRuntime();
    source = builder.asReader().root(Numbers.TYPE).getValues();
    peerSource = peerTarget.asReader();
    long sum = sumLens();
    if (sum != sumSegment() || sum != sumRuntime() || sum != sumProtobuf() || sum != sumEach()) {
      throw new IllegalStateException("the sums differ");
    }
  }

  /// Ours: an array from a list.
  @Benchmark
  public long[] toArrayLens() {
    source.copyTo(0, array, 0, count);
    return array;
  }

  /// The floor.
  @Benchmark
  public long[] toArrayMemcpy() {
    MemorySegment.copy(raw, ValueLayout.JAVA_LONG, 0, array, 0, count);
    return array;
  }

  /// The peer, element by element: it has no other way.
  @Benchmark
  public long[] toArrayRuntime() {
    for (int i = 0; i < count; i++) {
      array[i] = peerSource.get(i);
    }
    return array;
  }

  /// Ours: a list from an array.
  @Benchmark
  public Object fromArrayLens() {
    target.copyFrom(array, 0, 0, count);
    return target;
  }

  /// The floor.
  @Benchmark
  public Object fromArrayMemcpy() {
    MemorySegment.copy(array, 0, raw, ValueLayout.JAVA_LONG, 0, count);
    return raw;
  }

  /// The peer, element by element.
  @Benchmark
  public Object fromArrayRuntime() {
    for (int i = 0; i < count; i++) {
      peerTarget.set(i, array[i]);
    }
    return peerTarget;
  }

  /// Ours: a view of the list's bytes.
  @Benchmark
  public long sumLens() {
    MemorySegment view = source.bytes();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += view.getAtIndex(ValueLayout.JAVA_LONG, i);
    }
    return sum;
  }

  /// Ours, element by element.
  @Benchmark
  public long sumEach() {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += source.get(i);
    }
    return sum;
  }

  /// The floor: a segment that was never a message.
  @Benchmark
  public long sumSegment() {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += raw.getAtIndex(ValueLayout.JAVA_LONG, i);
    }
    return sum;
  }

  /// The peer, element by element.
  @Benchmark
  public long sumRuntime() {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += peerSource.get(i);
    }
    return sum;
  }

  /// Protocol Buffers, from the bytes: the list does not exist before they are parsed.
  @Benchmark
  public long sumProtobuf() throws InvalidProtocolBufferException {
    BenchProto.Numbers numbers = BenchProto.Numbers.parseFrom(proto);
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += numbers.getValues(i);
    }
    return sum;
  }
}
