package dev.caplens.maven;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.util.Scanner;
import org.jspecify.annotations.Nullable;

/** What a goal tells an IDE, one line each. */
@SuppressWarnings("deprecation") // the interface still asks for two deprecated methods
final class Messages implements BuildContext {
  final List<String> told = new ArrayList<>();

  @Override
  public void addMessage(
      File file, int line, int column, String text, int severity, @Nullable Throwable cause) {
    told.add(severity + " " + file.getName() + " " + line + ":" + column + " " + text);
  }

  @Override
  public void removeMessages(File file) {
    told.add("clear " + file.getName());
  }

  @Override
  public void refresh(File file) {
    told.add("refresh " + file.getName());
  }

  @Override
  public boolean hasDelta(String path) {
    return true;
  }

  @Override
  public boolean hasDelta(File file) {
    return true;
  }

  @Override
  public boolean hasDelta(List<String> paths) {
    return true;
  }

  @Override
  public OutputStream newFileOutputStream(File file) throws IOException {
    return Files.newOutputStream(file.toPath());
  }

  @Override
  public Scanner newScanner(File folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Scanner newDeleteScanner(File folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Scanner newScanner(File folder, boolean all) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isIncremental() {
    return true;
  }

  @Override
  public void setValue(String key, Object value) {}

  @Override
  public @Nullable Object getValue(String key) {
    return null;
  }

  @Override
  public void addWarning(File file, int line, int column, String text, @Nullable Throwable cause) {
    addMessage(file, line, column, text, SEVERITY_WARNING, cause);
  }

  @Override
  public void addError(File file, int line, int column, String text, @Nullable Throwable cause) {
    addMessage(file, line, column, text, SEVERITY_ERROR, cause);
  }

  @Override
  public boolean isUptodate(File target, File source) {
    return false;
  }
}
