package dev.caplens.maven;

import java.nio.file.Files;
import java.nio.file.Path;

/** The previous version as a folder. */
record PreviousDirectory(Path folder) implements PreviousSchemas {
  @Override
  public Path below(Path scratch) throws Missing {
    if (!Files.isDirectory(folder)) {
      throw new Missing("there is no folder " + folder);
    }
    return folder;
  }

  @Override
  public String toString() {
    return "the folder " + folder;
  }
}
