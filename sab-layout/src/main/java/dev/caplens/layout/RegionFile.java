package dev.caplens.layout;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/// The file of a region, opened once: what is found out about it (size, content, inode) is true of
/// one and the same file, though its name may be another one's at any time.
///
/// Any thread may call any method.
final class RegionFile implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;
  private final Object key;

  private RegionFile(Path path, FileChannel channel, Object key) {
    this.path = path;
    this.channel = channel;
    this.key = key;
  }

  /// Opens what the name means.
  ///
  /// @throws IOException if there is no such file, it is no regular one (opening a pipe would wait
  ///   for its writer), or it cannot be opened
  static RegionFile open(Path path, Access access) throws IOException {
    OpenOption[] options =
        access == Access.READ_ONLY
            ? new OpenOption[] {StandardOpenOption.READ}
            : new OpenOption[] {StandardOpenOption.READ, StandardOpenOption.WRITE};
    while (true) {
      Object before = keyOf(path);
      if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
        throw new FileSystemException(
            path.toString(), null, "is no regular file, so no region; choose another file");
      }
      FileChannel channel = FileChannel.open(path, options);
      try {
        if (keyOf(path).equals(before)) {
          return new RegionFile(path, channel, before);
        }
        channel.close(); // somebody replaced it meanwhile: look again
      } catch (IOException | RuntimeException failure) {
        channel.close();
        throw failure;
      }
    }
  }

  Path path() {
    return path;
  }

  /// Its size now, in bytes. A channel that an interrupted thread asks closes itself, so the
  /// interrupt waits.
  long size() throws IOException {
    boolean wasInterrupted = Thread.interrupted();
    try {
      return channel.size();
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Maps a part of it.
  Region map(Access access, long offset, long size) throws IOException {
    return Region.open(channel, path, access, offset, size);
  }

  /// Removes the file, if its name still means it: one that another process has made there
  /// meanwhile stays. To be sure of what is removed, it gets a name first that nobody else uses.
  ///
  /// @return whether it was removed here
  boolean remove() throws IOException {
    Path aside = path.resolveSibling(path.getFileName() + ".over-" + UUID.randomUUID());
    try {
      if (!keyOf(path).equals(key)) {
        return false;
      }
      Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
      if (keyOf(aside).equals(key)) {
        Files.delete(aside);
        return true;
      }
    } catch (NoSuchFileException removedByAnother) {
      return false;
    }
    putBack(aside);
    return false;
  }

  /// It was replaced between the look at it and the move.
  private void putBack(Path aside) throws IOException {
    try {
      Files.createLink(path, aside);
    } catch (FileAlreadyExistsException replacedAgain) {
      // Two others compete for the name. Nobody can attach to the one that lost it, so it goes too.
    }
    Files.delete(aside);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static Object keyOf(Path path) throws IOException {
    return Files.getAttribute(path, "unix:ino");
  }
}
