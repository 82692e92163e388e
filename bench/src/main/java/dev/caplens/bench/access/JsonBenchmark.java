package dev.caplens.bench.access;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.caplens.bench.lens.ParkingLot;
import dev.caplens.bench.messages.Exchange;
import dev.caplens.bench.messages.Exchanges;
import dev.caplens.bench.values.Garage;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.memory.Region;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MessageBuilder;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Question: what does it cost to get at the first field of a message, and to make bytes of one,
/// beside JSON of the same cars and beside copying the bytes? Goals: 50 ns to parse, whatever the
/// size; 200 ns to serialize 1 KiB.
///
/// The size is that of our message; the cars are whole, with text, wheels and engines. Jackson is
/// used with data binding to records, its reader and writer made once, over arrays, as its authors
/// advise.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectReader READER = MAPPER.readerFor(Garage.class);
  private static final ObjectWriter WRITER = MAPPER.writerFor(Garage.class);
  private static final long SEED = 20261121;

  /// About how large the message is: a whole car takes 192 bytes or so.
  @Param({"1", "100"})
  public int kib;

  private final MessageBuilder builder = MessageBuilder.create(32 * 1024);
  private final Region wire = Region.anonymous(256 * 1024);
  private final Region copy = Region.anonymous(256 * 1024);
  private Garage garage = new Garage(List.of());
  private byte[] json = {};
  private long bytes;

  /// Says the same cars in both ways.
  @Setup
  public void prepare() throws IOException {
    garage = Garage.of(kib * 1024 / 192, SEED);
    Exchange exchange = Exchanges.carSales(garage);
    MemorySegment framed = MemorySegment.ofArray(exchange.request());
    MemorySegment.copy(framed, 0, wire.segment(), 0, framed.byteSize());
    bytes = framed.byteSize();
    builder.setRoot(Framing.read(wire, 0, Limits.TRUSTED).root(ParkingLot.TYPE));
    json = WRITER.writeValueAsBytes(garage);
    long weight = garage.cars().getFirst().weight();
    if (parseLens() != weight || parseJackson() != weight || serializeLens() != bytes) {
      throw new IllegalStateException(
          "expected weight %d and %d bytes, got %d, %d and %d"
              .formatted(weight, bytes, parseLens(), parseJackson(), serializeLens()));
    }
  }

  /// Ours: a framed message in a region.
  @Benchmark
  public long parseLens() {
    return Framing.read(wire, 0).root(ParkingLot.TYPE).getCars().get(0).getWeight();
  }

  /// The peer: an array of JSON.
  @Benchmark
  public long parseJackson() throws IOException {
    return READER.<Garage>readValue(json).cars().getFirst().weight();
  }

  /// Ours: framed into a region.
  @Benchmark
  public long serializeLens() {
    return Framing.write(builder, wire, 0);
  }

  /// The peer: an array of JSON.
  @Benchmark
  public byte[] serializeJackson() throws IOException {
    return WRITER.writeValueAsBytes(garage);
  }

  /// The floor: the same bytes, copied.
  @Benchmark
  public Region serializeMemcpy() {
    MemorySegment.copy(wire.segment(), 0, copy.segment(), 0, bytes);
    return copy;
  }
}
