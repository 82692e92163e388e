package dev.caplens.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The outputs of one goal. What an earlier run wrote for an output that is no longer asked for, or
 * into another folder, is removed.
 */
final class OutputFolders {
  private static final String RECORD = ".files";

  private final Path work;
  private final List<Output> outputs;

  OutputFolders(Path work, List<Output> outputs) {
    this.work = work;
    this.outputs = outputs;
  }

  List<Output> outputs() {
    return outputs;
  }

  /** Whether the last run had these inputs, and all that it wrote stands unchanged. */
  boolean areCurrent(String inputs) throws IOException {
    for (Output output : outputs) {
      if (!folder(output).isCurrent(inputs)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Makes each output's folder hold what its part of {@code staging} holds.
   *
   * @return how many files were written or removed
   */
  int replaceWith(Path staging, String inputs) throws IOException {
    int changed = 0;
    for (Path record : retired()) {
      changed += OutputFolder.removeAll(record);
    }
    for (Output output : outputs) {
      changed += folder(output).replaceWith(output.stage(staging), inputs);
    }
    return changed;
  }

  private OutputFolder folder(Output output) {
    return new OutputFolder(output.folder(), record(output));
  }

  private Path record(Output output) {
    return work.resolve(output.name() + RECORD);
  }

  private List<Path> retired() throws IOException {
    List<Path> records = new ArrayList<>();
    if (Files.isDirectory(work)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(work, "*" + RECORD)) {
        found.forEach(records::add);
      }
    }
    outputs.forEach(output -> records.remove(record(output)));
    return records;
  }
}
