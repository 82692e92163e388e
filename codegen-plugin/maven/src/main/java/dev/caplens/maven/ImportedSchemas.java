package dev.caplens.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.plugin.logging.Log;

/**
 * The schemas that dependencies carry in their folder {@value #FOLDER}: {@code import
 * "/person/person.capnp"} finds {@code META-INF/capnp/person/person.capnp} of any jar.
 */
final class ImportedSchemas {
  /**
   * Where a jar carries its schemas; the rest of the path is the import path without its leading
   * slash.
   */
  static final String FOLDER = "META-INF/capnp/";

  private final List<Path> folders = new ArrayList<>();
  private final Log log;
  private final Map<Path, List<ZipEntry>> jars = new LinkedHashMap<>();

  /** Looks at each jar or folder of classes; what is neither is skipped. */
  ImportedSchemas(Collection<File> artifacts, Log log) throws IOException {
    this.log = log;
    for (File artifact : artifacts) {
      if (artifact.isDirectory()) {
        Path schemas = artifact.toPath().resolve(FOLDER);
        if (Files.isDirectory(schemas)) {
          folders.add(schemas);
        }
      } else if (artifact.isFile() && artifact.getName().endsWith(".jar")) {
        lookInto(artifact);
      }
    }
  }

  private void lookInto(File jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar)) {
      List<ZipEntry> entries = new ArrayList<>();
      zip.stream().filter(ImportedSchemas::isSchema).forEach(entries::add);
      if (!entries.isEmpty()) {
        jars.put(jar.toPath(), entries);
      }
    }
  }

  private static boolean isSchema(ZipEntry entry) {
    return !entry.isDirectory()
        && entry.getName().startsWith(FOLDER)
        && entry.getName().endsWith(".capnp");
  }

  /** Adds what is there to import, by name and checksum, without unpacking it. */
  void describe(Fingerprint inputs) throws IOException {
    for (Path folder : folders) {
      inputs.contents("import", folder);
    }
    for (List<ZipEntry> entries : jars.values()) {
      for (ZipEntry entry : entries) {
        inputs.text("import", entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc());
      }
    }
  }

  /**
   * Unpacks what the jars carry into {@code target} and gives the import path: that folder and
   * those of classes.
   */
  List<Path> unpack(Path target) throws IOException {
    List<Path> path = new ArrayList<>(folders);
    for (Map.Entry<Path, List<ZipEntry>> jar : jars.entrySet()) {
      try (ZipFile zip = new ZipFile(jar.getKey().toFile())) {
        for (ZipEntry entry : jar.getValue()) {
          unpack(zip, entry, target);
        }
      }
    }
    if (!jars.isEmpty()) {
      path.add(target);
    }
    return path;
  }

  private void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
    if (!unpack(zip, entry, FOLDER, target)) {
      log.warn(
          entry.getName()
              + " in "
              + zip.getName()
              + " differs from that of an earlier dependency, which is taken");
    }
  }

  /**
   * Unpacks one file, whose name begins with {@code prefix}, unless there is one already: of two
   * schemas of the same name the first wins, as for classes.
   *
   * @return whether what now stands there is what the entry holds
   */
  static boolean unpack(ZipFile zip, ZipEntry entry, String prefix, Path target)
      throws IOException {
    Path file = target.resolve(entry.getName().substring(prefix.length())).normalize();
    if (!file.startsWith(target)) {
      throw new IOException(
          zip.getName() + ": entry " + entry.getName() + " points outside its folder");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] schema = in.readAllBytes();
      if (Files.exists(file)) {
        return Arrays.equals(Files.readAllBytes(file), schema);
      }
      Files.createDirectories(file.getParent());
      Files.write(file, schema);
      return true;
    }
  }
}
