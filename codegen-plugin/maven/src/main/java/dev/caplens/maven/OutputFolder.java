package dev.caplens.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A folder of generated files and the record of what was put there, which is kept elsewhere.
 *
 * <p>The record names the folder, the fingerprint of the inputs and a checksum of each file. That
 * is a CRC-32, which finds what was changed by accident and, unlike a digest, is fast in a JVM that
 * has just started. Files that somebody else put into the folder are never touched; a file whose
 * content stays the same is not written again, so that the compiler sees no change.
 */
final class OutputFolder {
  private static final String HEADER = "caplens generated files, version 3";
  private static final int FOLDER_LINE = 1;
  private static final int INPUTS_LINE = 2;
  private static final int FIRST_FILE = 3;

  private final Path folder;
  private final Path state;

  OutputFolder(Path folder, Path state) {
    this.folder = folder;
    this.state = state;
  }

  /** Whether the last run had these inputs and all it wrote still stands unchanged. */
  boolean isCurrent(String inputs) throws IOException {
    List<String> lines = recorded(state);
    if (lines.isEmpty()
        || !lines.get(FOLDER_LINE).equals(folder.toString())
        || !lines.get(INPUTS_LINE).equals(inputs)) {
      return false;
    }
    for (Map.Entry<String, String> output : outputs(lines).entrySet()) {
      Path file = folder.resolve(output.getKey());
      if (!Files.isRegularFile(file) || !checksum(file).equals(output.getValue())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Makes the folder hold what {@code staging} holds, removes what an earlier run wrote and this
   * one did not, and records it.
   *
   * @return how many files were written or removed
   */
  int replaceWith(Path staging, String inputs) throws IOException {
    List<String> old = recorded(state);
    int changed = 0;
    if (!old.isEmpty() && !old.get(FOLDER_LINE).equals(folder.toString())) {
      changed += removeAll(state);
      old = List.of();
    }
    Map<String, String> before = outputs(old);
    Files.deleteIfExists(state);
    Map<String, String> after = new TreeMap<>();
    for (Path file : Fingerprint.files(staging)) {
      String name = staging.relativize(file).toString().replace('\\', '/');
      after.put(name, checksum(file));
      changed += place(file, folder.resolve(name));
    }
    for (String name : before.keySet()) {
      if (!after.containsKey(name)) {
        changed += remove(folder, name);
      }
    }
    record(inputs, after);
    return changed;
  }

  /**
   * Removes all files that a record names, and the record.
   *
   * @return how many there were
   */
  static int removeAll(Path state) throws IOException {
    List<String> lines = recorded(state);
    int removed = 0;
    for (String name : outputs(lines).keySet()) {
      removed += remove(Path.of(lines.get(FOLDER_LINE)), name);
    }
    Files.deleteIfExists(state);
    return removed;
  }

  private int place(Path from, Path to) throws IOException {
    if (Files.isRegularFile(to) && Files.mismatch(from, to) == -1) {
      return 0;
    }
    Files.createDirectories(to.toAbsolutePath().getParent());
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    return 1;
  }

  private static int remove(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    boolean removed = Files.deleteIfExists(file);
    Path parent = file.getParent();
    while (parent != null
        && !parent.equals(folder)
        && parent.startsWith(folder)
        && isEmpty(parent)) {
      Files.delete(parent);
      parent = parent.getParent();
    }
    return removed ? 1 : 0;
  }

  private static String checksum(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(Files.readAllBytes(file));
    return Long.toHexString(checksum.getValue()) + '-' + Files.size(file);
  }

  private static boolean isEmpty(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (var entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  private void record(String inputs, Map<String, String> outputs) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER, folder.toString(), inputs));
    outputs.forEach((name, hash) -> lines.add(hash + ' ' + name));
    Files.createDirectories(state.toAbsolutePath().getParent());
    Files.write(state, lines);
  }

  private static List<String> recorded(Path state) throws IOException {
    try {
      List<String> lines = Files.readAllLines(state);
      return lines.size() >= FIRST_FILE && lines.get(0).equals(HEADER) ? lines : List.of();
    } catch (NoSuchFileException first) {
      return List.of();
    }
  }

  private static Map<String, String> outputs(List<String> lines) {
    Map<String, String> outputs = new TreeMap<>();
    for (String line : lines.subList(Math.min(FIRST_FILE, lines.size()), lines.size())) {
      int space = line.indexOf(' ');
      outputs.put(line.substring(space + 1), line.substring(0, space));
    }
    return outputs;
  }
}
