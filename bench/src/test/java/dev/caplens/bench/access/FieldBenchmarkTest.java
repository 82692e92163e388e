package dev.caplens.bench.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every way of writing the fields leaves what every way of reading that memory finds.
///
/// The comparison stands here and not in the benchmark, whose profile has to stay clean.
class FieldBenchmarkTest {

  private static final long SUM = FieldBenchmark.COUNT * (FieldBenchmark.COUNT + 1L) / 2;

  private final FieldBenchmark benchmark = new FieldBenchmark();

  /// Writes in one of the ways.
  private interface Writing {
    void write() throws Throwable;
  }

  @BeforeEach
  void clean() {
    benchmark.profile = "clean";
  }

  @ParameterizedTest
  @ValueSource(strings = {"clean", "polluted"})
  void our_styles_read_and_write_the_same_fields(String profile) throws Throwable {
    benchmark.profile = profile;
    for (Writing way : new Writing[] {benchmark::writeLens, benchmark::writePlain}) {
      benchmark.prepare();
      benchmark.target.forEach(car -> car.setWeight(0));
      assertEquals(0, benchmark.readLens());

      way.write();

      assertEquals(SUM, benchmark.readLens());
      assertEquals(SUM, benchmark.readPlain());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Unsafe", "segment", "hand"})
  void the_floors_read_and_write_the_same_fields(String way) throws Throwable {
    benchmark.prepare();
    assertEquals(0, benchmark.readUnsafe());

    switch (way) {
      case "Unsafe" -> benchmark.writeUnsafe();
      case "segment" -> benchmark.writeSegment();
      default -> benchmark.writeHand();
    }

    assertEquals(SUM, benchmark.readUnsafe());
    assertEquals(SUM, benchmark.readSegment());
    assertEquals(SUM, benchmark.readHand());
  }
}
