package dev.caplens.bench.messages;

import dev.caplens.bench.lens.Car;
import dev.caplens.bench.lens.ParkingLot;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MessageReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Setup;

/// Question: what do the exchanges of [MessageBenchmark] cost in a process whose classes have met
/// everything before: all workloads in both styles, and messages in files, in `/dev/shm`, in
/// anonymous memory and copied out of arrays? Goal: at most 1.3 times the clean figure.
public class PollutedBenchmark extends MessageBenchmark {

  private static final int ROUNDS = 3000;
  private static final String SCRATCH = "caplens-bench";

  /// Meets everything, before the exchange that is measured is made.
  @Setup
  @Override
  public void prepare() {
    for (String other : Exchanges.WORKLOADS) {
      for (String style : new String[] {Exchanges.PLAIN, Exchanges.OWN}) {
        if (Exchanges.exists(other, style, "object")) {
          meet(Exchanges.of(other, style));
        }
      }
    }
    try {
      meetMemory(Exchanges.of("carsales", Exchanges.PLAIN).request());
    } catch (IOException e) {
      throw new IllegalStateException("no scratch files to pollute the profile with: " + e, e);
    }
    super.prepare();
  }

  private static void meet(Exchange exchange) {
    for (int i = 0; i < ROUNDS; i++) {
      long found = i % 3 == 0 ? exchange.object() : i % 3 == 1 ? exchange.bytes() : exchange.read();
      if (found != exchange.expected()) {
        throw new IllegalStateException(
            "expected %d, got %d".formatted(exchange.expected(), found));
      }
    }
  }

  private static void meetMemory(byte[] framed) throws IOException {
    Path file = Files.createTempFile(SCRATCH, ".region");
    Path shared = Files.createTempFile(Path.of("/dev/shm"), SCRATCH, ".region");
    try {
      Files.write(file, framed);
      Files.write(shared, framed);
      Region mapped = Region.open(file, Access.READ_ONLY);
      Region inShared = Region.open(shared, Access.READ_WRITE);
      for (int i = 0; i < ROUNDS; i++) {
        sum(Framing.read(mapped, 0, Limits.TRUSTED));
        sum(Framing.read(inShared, 0, Limits.TRUSTED));
        sum(Framing.read(ByteBuffer.wrap(framed), Limits.TRUSTED));
      }
    } finally {
      Files.delete(file);
      Files.delete(shared);
    }
  }

  private static void sum(MessageReader message) {
    long sum = 0;
    for (Car.Reader car : message.root(ParkingLot.TYPE).getCars()) {
      sum += LensCarSales.extras(car);
    }
    if (sum == 0) {
      throw new IllegalStateException("cars that are worth nothing");
    }
  }
}
