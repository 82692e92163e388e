package dev.caplens.bench.pairs;

import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Sample;
import dev.caplens.bench.rounds.Subject;
import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A transport that is measured between the threads of one fresh JVM, or between fresh JVMs.
///
/// @param task what is asked
/// @param pace how long a sample takes
/// @param programs programs for the seats from 1 on that are no JVM: `PROGRAM FOLDER PAYLOAD SEAT
///   WORK`; usually none
public record PairSubject(Task task, Pace pace, List<Path> programs) implements Subject {

  private static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
          "-Dagrona.disable.bounds.checks=true",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xms256m",
          "-Xmx256m");

  /// JVMs only, at the usual pace.
  public static PairSubject of(Task task) {
    return new PairSubject(task, Pace.USUAL, List.of());
  }

  @Override
  public Sample sample(Plan plan) throws InterruptedException {
    try {
      Path folder = Scratch.create();
      try (Processes processes = new Processes(folder)) {
        Control.create(folder);
        int count = task.isOneProcess() ? 1 : task.seats();
        for (int index = 0; index < count; index++) {
          processes.start(command(plan, folder, task.isOneProcess() ? -1 : index));
        }
        return Outcome.parse(processes.join());
      }
    } catch (IOException e) {
      throw new CommandFailed("%s could not be measured: %s".formatted(this, e), e);
    }
  }

  private List<String> command(Plan plan, Path folder, int seat) {
    if (seat > 0 && seat <= programs.size()) {
      return List.of(
          programs.get(seat - 1).toString(),
          folder.toString(),
          String.valueOf(task.payloadBytes()),
          String.valueOf(seat),
          task.work().argument());
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(plan.flags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PairProcess.class.getName());
    command.addAll(new Setting(task, pace, folder, seat).arguments());
    return command;
  }

  @Override
  public String toString() {
    return programs.isEmpty() ? task.toString() : task + " with a C program";
  }
}
