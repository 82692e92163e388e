package dev.caplens.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A SHA-256 over everything that decides what the generator writes: names, options and contents,
 * never times.
 *
 * <p>Every part is preceded by its label and its length, so that two different lists of parts never
 * give the same bytes.
 */
final class Fingerprint {
  private final MessageDigest digest = sha256();

  /** Adds an option. */
  Fingerprint text(String label, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    digest.update((label + ':' + bytes.length + ':').getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    return this;
  }

  /** Adds the contents of a file, or of all files in a folder under their relative names. */
  Fingerprint contents(String label, Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return text(label, Files.isRegularFile(path) ? of(path) : "absent");
    }
    for (Path file : files(path)) {
      text(label + '/' + path.relativize(file).toString().replace('\\', '/'), of(file));
    }
    return this;
  }

  /** Adds the contents of all schemas below a folder under their relative names. */
  Fingerprint schemas(String label, Path folder) throws IOException {
    for (Path file : SchemaFiles.in(folder, List.of("**/*.capnp"))) {
      text(label + '/' + folder.relativize(file).toString().replace('\\', '/'), of(file));
    }
    return this;
  }

  /**
   * Adds a jar by the sizes and checksums that its directory gives, which is much faster than
   * reading it all; anything else by its contents.
   */
  Fingerprint archive(String label, Path path) throws IOException {
    if (!Files.isRegularFile(path) || !path.toString().endsWith(".jar")) {
      return contents(label, path);
    }
    try (ZipFile jar = new ZipFile(path.toFile())) {
      StringBuilder entries = new StringBuilder();
      jar.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(entry ->
              entries
                  .append(entry.getName())
                  .append(' ')
                  .append(entry.getSize())
                  .append(' ')
                  .append(entry.getCrc())
                  .append('\n'));
      return text(label, entries.toString());
    }
  }

  /** The value over all parts that were added, in hexadecimal. The object is used up. */
  String value() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The value over one file's bytes. */
  static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The regular files under a folder, sorted; none where the folder is absent. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }
}
