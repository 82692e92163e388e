package dev.caplens.bench.messages;

import dev.caplens.codegen.compiler.SchemaCompiler;
import dev.caplens.codegen.compiler.request.RequestEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Question: how long does our compiler take for all schemas that Debian's `libcapnp-dev` installs,
/// from files to a request, once it is warm, beside `capnp compile -o-` of the same files?
///
/// The native tool's time is that of a process, its start included: it has no other way to be used.
/// Goal: at most twice its time.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CompileBenchmark {

  /// Where the schemas are found.
  static final Path ROOT = Path.of("/usr/include");

  /// The schemas.
  static final List<Path> SCHEMAS =
      List.of(
          ROOT.resolve("capnp/c++.capnp"),
          ROOT.resolve("capnp/persistent.capnp"),
          ROOT.resolve("capnp/rpc-twoparty.capnp"),
          ROOT.resolve("capnp/rpc.capnp"),
          ROOT.resolve("capnp/schema.capnp"),
          ROOT.resolve("capnp/stream.capnp"),
          ROOT.resolve("capnp/compat/json.capnp"));

  private static final long WARM_UP_NANOS = 5_000_000_000L;

  /// A compiler is a large program: it needs longer than the plan's warm-up.
  @Setup
  public void warmUp() {
    long end = System.nanoTime() + WARM_UP_NANOS;
    while (System.nanoTime() < end) {
      compile();
    }
  }

  /// A compiler of its own per call, as a build has it.
  @Benchmark
  public byte[] compile() {
    return RequestEncoder.encode(
        SchemaCompiler.builder()
            .sourcePrefix(ROOT)
            .importPath(ROOT)
            .build()
            .compile(SCHEMAS)
            .orThrow());
  }
}
