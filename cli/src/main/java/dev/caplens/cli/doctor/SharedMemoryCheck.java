package dev.caplens.cli.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The file system in memory that regions stand in: is it there, may we write to it, and does a
/// region fit.
final class SharedMemoryCheck implements Check {
  private static final long MIB = 1 << 20;

  /// The region of the smallest tier, and of the one above it.
  private static final long LIGHT = 32 * MIB;

  private static final long MODERATE = 64 * MIB;

  private static final String GROW =
      "make it larger: mount -o remount,size=1g /dev/shm; for a container: docker run --shm-size=1g";

  private final Path folder;

  SharedMemoryCheck(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Finding> examine() {
    String name = folder.toString();
    if (!Files.isDirectory(folder)) {
      return List.of(
          Finding.weak(
              name,
              "not there",
              "mount -t tmpfs tmpfs " + name + ", or give a file with --region PATH"));
    }
    if (!Files.isWritable(folder)) {
      return List.of(Finding.broken(name, "not writable", "chmod 1777 " + name + " as root"));
    }
    try {
      return List.of(room(name, Files.getFileStore(folder)));
    } catch (IOException e) {
      return List.of(
          Finding.broken(name, "unreadable: " + e.getMessage(), "see that it is mounted"));
    }
  }

  private static Finding room(String name, FileStore store) throws IOException {
    long free = store.getUsableSpace();
    String detail =
        free / MIB + " MiB free of " + store.getTotalSpace() / MIB + " MiB (" + store.type() + ")";
    if (free < LIGHT) {
      return Finding.broken(name, detail + "; the smallest region takes 32 MiB", GROW);
    }
    if (free < MODERATE) {
      return Finding.weak(name, detail + "; only regions of --tier light fit", GROW);
    }
    return Finding.ok(name, detail);
  }
}
