package dev.caplens.bench.pairs;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// What a process of a sample is told.
///
/// @param task what is asked
/// @param pace how long
/// @param folder where the files of the sample stand
/// @param seat which seat this process takes, -1 for all of them
public record Setting(Task task, Pace pace, Path folder, int seat) {

  /// As the arguments of a command.
  List<String> arguments() {
    return List.of(
        task.transport().getName(),
        task.work().name(),
        String.valueOf(task.isOneProcess()),
        String.valueOf(task.payloadBytes()),
        String.valueOf(task.senders()),
        String.valueOf(task.rate()),
        String.valueOf(pace.warmUpMillis()),
        String.valueOf(pace.iterations()),
        String.valueOf(pace.iterationMillis()),
        folder.toString(),
        String.valueOf(seat));
  }

  /// What [#arguments()] made.
  static Setting of(List<String> arguments) throws ClassNotFoundException {
    Task task =
        new Task(
            Class.forName(arguments.get(0)).asSubclass(Transport.class),
            Work.valueOf(arguments.get(1)),
            Boolean.parseBoolean(arguments.get(2)),
            Integer.parseInt(arguments.get(3)),
            Integer.parseInt(arguments.get(4)),
            Integer.parseInt(arguments.get(5)));
    Pace pace =
        new Pace(
            Integer.parseInt(arguments.get(6)),
            Integer.parseInt(arguments.get(7)),
            Integer.parseInt(arguments.get(8)));
    return new Setting(task, pace, Path.of(arguments.get(9)), Integer.parseInt(arguments.get(10)));
  }

  /// The seats that this process takes.
  List<Integer> seats() {
    return seat >= 0 ? List.of(seat) : IntStream.range(0, task.seats()).boxed().toList();
  }
}
