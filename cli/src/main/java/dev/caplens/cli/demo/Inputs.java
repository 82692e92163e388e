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

  /// What the files are, as far as that is known before they are read.
  ///
  /// @param bytes the sizes of all regular files together
  /// @param hasOther whether anything else exists among them, such as a directory or a pipe
  /// @param hasUnknown whether there is anything among them whose size nobody knows, such as a pipe
  record Sizes(long bytes, boolean hasOther, boolean hasUnknown) {

    private static final int LEAST_WIDTH_WITH_OTHERS = 7;

    /// How many bytes will be read; 0 if that is not known.
    long expectedBytes() {
      return hasUnknown ? 0 : bytes;
    }

    /// How wide `wc` prints numbers.
    int numberWidth() {
      return Math.max(hasOther ? LEAST_WIDTH_WITH_OTHERS : 1, Long.toString(bytes).length());
    }
  }

  /// Looks at all of them. What is missing does not count; reading it will say so.
  Sizes sizes() {
    long bytes = 0;
    boolean hasOther = false;
    boolean hasUnknown = false;
    for (String name : names) {
      try {
        BasicFileAttributes attributes = attributes(name);
        bytes += attributes.isRegularFile() ? attributes.size() : 0;
        hasOther |= !attributes.isRegularFile();
        hasUnknown |= !attributes.isRegularFile() && !attributes.isDirectory();
      } catch (IOException missing) {
        // It adds nothing.
      }
    }
    return new Sizes(bytes, hasOther, hasUnknown);
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
