package dev.caplens.bench.access;

import dev.caplens.bench.rounds.JmhSubject;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Sample;
import dev.caplens.bench.rounds.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A method of [MappedBenchmark]. The first that is sampled writes the file.
///
/// @param file the file
/// @param measured what is measured
public record CarFileSubject(Path file, JmhSubject measured) implements Subject {

  /// The size of the file; less is looked at where that is asked.
  private static final long BYTES = 1L << 30;

  /// A method that looks at the first `mib` MiB of the file.
  public static Subject of(Path file, String method, int mib) {
    Map<String, String> with = Map.of("file", file.toString(), "mib", String.valueOf(mib));
    return new CarFileSubject(file, JmhSubject.of(MappedBenchmark.class, method, with));
  }

  @Override
  public Sample sample(Plan plan) throws InterruptedException {
    if (!Files.exists(file)) {
      CarFile.write(file, BYTES);
    }
    return measured.sample(plan);
  }

  @Override
  public String toString() {
    return measured.toString();
  }
}
