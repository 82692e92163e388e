package dev.caplens.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Files that the generator is asked for, and where they belong.
 *
 * @param name tells the outputs of a goal apart; a file name
 * @param folder what the files' names are relative to
 * @param options the generator's arguments that make it write them below a given folder
 */
record Output(String name, Path folder, Function<Path, List<String>> options) {
  /** The generator's arguments for writing below this output's part of the staging folder. */
  List<String> arguments(Path staging) {
    return options.apply(stage(staging));
  }

  /** This output's part of the staging folder. */
  Path stage(Path staging) {
    return staging.resolve(name);
  }

  /** Adds what is asked for. */
  void describe(Fingerprint inputs) {
    inputs.text("output " + name, folder + "\n" + String.join("\n", options.apply(Path.of(""))));
  }
}
