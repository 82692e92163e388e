package dev.caplens.maven;

import java.io.File;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A generator of others, as {@code <language>} configures it. */
public final class Language {
  /**
   * The part of the program's name behind {@code capnpc-}, which is looked up on the PATH; or the
   * path of a program.
   */
  private String name = "";

  /** Where it writes; by default a folder {@code capnpc-NAME} beside that of the lenses. */
  private @Nullable File outputDirectory;

  /** Whether what it writes is Java that is compiled with the project. */
  private boolean sourceRoot;

  /** Set by Maven. */
  public void setName(String name) {
    this.name = name;
  }

  /** Set by Maven. */
  public void setOutputDirectory(File outputDirectory) {
    this.outputDirectory = outputDirectory;
  }

  /** Set by Maven. */
  public void setSourceRoot(boolean sourceRoot) {
    this.sourceRoot = sourceRoot;
  }

  String name() {
    return name;
  }

  boolean isSourceRoot() {
    return sourceRoot;
  }

  /** The program's name, or its path. */
  String program() {
    return isPath() ? name : "capnpc-" + name;
  }

  /** The program's name without a folder. */
  String shortName() {
    return isPath() ? String.valueOf(Path.of(name).getFileName()) : program();
  }

  /** Where it writes, if not configured below {@code generated}. */
  Path folder(Path generated) {
    return outputDirectory == null ? generated.resolve(shortName()) : outputDirectory.toPath();
  }

  private boolean isPath() {
    return name.contains("/") || name.contains(File.separator);
  }
}
