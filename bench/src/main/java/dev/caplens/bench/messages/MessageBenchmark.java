package dev.caplens.bench.messages;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Question: what does one request and its answer cost, as objects, as framed bytes, as packed
/// bytes, and reading alone?
///
/// One fork runs one workload of one subject in one mode, so that its profile holds nothing else.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MessageBenchmark {

  /// The workload.
  @Param({"carsales", "catrank", "eval"})
  public String workload = "";

  /// Who does it.
  @Param({"plain", "own", "runtime"})
  public String subject = "";

  @SuppressWarnings("NullAway.Init") // set by prepare()
  private Exchange exchange;

  /// Makes the exchange and sees to it that it is right.
  @Setup
  public void prepare() {
    exchange = Exchanges.of(workload, subject);
    for (int i = 0; i < 100; i++) {
      require(exchange.read());
    }
  }

  private void require(long found) {
    if (found != exchange.expected()) {
      throw new IllegalStateException(
          "%s by %s: expected %d, got %d".formatted(workload, subject, exchange.expected(), found));
    }
  }

  /// No bytes in between.
  @Benchmark
  public long object() {
    return exchange.object();
  }

  /// Framed bytes.
  @Benchmark
  public long bytes() {
    return exchange.bytes();
  }

  /// Packed bytes.
  @Benchmark
  public long packed() {
    return exchange.packed();
  }

  /// Reading alone.
  @Benchmark
  public long read() {
    return exchange.read();
  }
}
