package dev.caplens.bench.messages;

import dev.caplens.bench.rounds.CppSubject;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Sample;
import dev.caplens.bench.rounds.Subject;
import java.nio.file.Files;
import java.nio.file.Path;

/// A workload through the C++ library. The first that is sampled compiles its program.
///
/// @param folder where the programs are
/// @param workload the workload
/// @param mode what is measured
record CppWorkload(Path folder, String workload, String mode) implements Subject {

  @Override
  public Sample sample(Plan plan) throws InterruptedException {
    Path program = folder.resolve(workload);
    if (!Files.exists(program)) {
      new CppPrograms(folder).compile(workload);
    }
    return new CppSubject(program, mode).sample(plan);
  }

  @Override
  public String toString() {
    return "c++ " + workload + " " + mode;
  }
}
