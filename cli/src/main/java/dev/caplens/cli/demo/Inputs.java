package dev.caplens.cli.demo;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.OptionalLong;

/// The files of one run, as the user named them; `-` is standard input.
///
/// @param names in the order of the command line, at least one
record Inputs(List<String> names) {

  private static final String STANDARD_INPUT = "-";

  /// Opens one for reading.
  ///
  /// @throws IOException if that is not possible; [#reason] has the words for it
  static ReadableByteChannel open(String name) throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      return new FileInputStream(FileDescriptor.in).getChannel();
    }
    Path path = path(name);
    if (Files.isDirectory(path)) {
      return new DirectoryChannel();
    }
    return Files.newByteChannel(path);
  }

  /// A channel that has ended.
  static ReadableByteChannel ended() {
    return Channels.newChannel(InputStream.nullInputStream());
  }

  /// The sum of the sizes of all regular files, in bytes; empty if there is anything else among
  /// them whose size nobody knows.
  OptionalLong expectedBytes() {
    long sum = 0;
    for (String name : names) {
      try {
        BasicFileAttributes attributes = attributes(name);
        if (!attributes.isRegularFile() && !attributes.isDirectory()) {
          return OptionalLong.empty();
        }
        sum += attributes.isRegularFile() ? attributes.size() : 0;
      } catch (IOException missing) {
        // It adds nothing; reading it will say so.
      }
    }
    return OptionalLong.of(sum);
  }

  /// How wide `wc` prints numbers: as wide as the sum of the sizes of all regular files, and at
  /// least 7 if there is anything else that exists.
  int numberWidth() {
    long sum = 0;
    int least = 1;
    for (String name : names) {
      try {
        BasicFileAttributes attributes = attributes(name);
        if (attributes.isRegularFile()) {
          sum += attributes.size();
        } else {
          least = 7;
        }
      } catch (IOException missing) {
        // It does not count.
      }
    }
    return Math.max(least, Long.toString(sum).length());
  }

  /// What a failure means in the words of the system, as `wc` prints them.
  static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> "No such file or directory";
      case AccessDeniedException denied -> "Permission denied";
      case FileSystemException error when error.getReason() != null -> error.getReason();
      default ->
          failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    };
  }

  private static BasicFileAttributes attributes(String name) throws IOException {
    Path path = name.equals(STANDARD_INPUT) ? Path.of("/dev/stdin") : path(name);
    return Files.readAttributes(path, BasicFileAttributes.class);
  }

  private static Path path(String name) throws NoSuchFileException {
    if (name.isEmpty()) {
      throw new NoSuchFileException(name); // Java would take it for the working directory
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException impossible) {
      throw new NoSuchFileException(name, null, impossible.getReason());
    }
  }
}
