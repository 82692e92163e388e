package dev.caplens.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The previous version as a revision of the git repository that the project lies in.
 *
 * @param revision a tag, branch or commit
 * @param sources the folder of the schemas in the work tree
 * @param project a folder in the work tree that exists
 */
record GitRevision(String revision, Path sources, Path project) implements PreviousSchemas {
  @Override
  public Path below(Path scratch)
      throws IOException, InterruptedException, Missing, MojoExecutionException {
    Path root = Path.of(git(scratch, List.of("rev-parse", "--show-toplevel")).strip());
    git(scratch, List.of("rev-parse", "--verify", "--end-of-options", revision + "^{commit}"));
    Path folder = project.toRealPath().resolve(project.relativize(sources));
    String name = root.relativize(folder.normalize()).toString().replace('\\', '/');
    Path zip = scratch.resolve("revision.zip");
    if (git(scratch, List.of("ls-tree", "--full-tree", revision, name)).isBlank()) {
      throw new Missing("there is no folder " + name + " in " + this);
    }
    Path schemas = Files.createDirectories(scratch.resolve("schemas"));
    String archive = "--output=" + zip.toAbsolutePath();
    git(
        scratch,
        List.of("-C", root.toString(), "archive", "--format=zip", archive, revision, name));
    unpack(zip, name + '/', schemas);
    return schemas;
  }

  private static void unpack(Path archive, String prefix, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
          ImportedSchemas.unpack(zip, entry, prefix, target);
        }
      }
    }
  }

  /** What git prints. */
  private String git(Path scratch, List<String> arguments)
      throws IOException, InterruptedException, MojoExecutionException {
    List<String> command = new ArrayList<>(List.of("git", "-C", project.toString()));
    command.addAll(arguments);
    Path out = scratch.resolve("git.out");
    Path err = scratch.resolve("git.err");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
    } catch (IOException missing) {
      throw new MojoExecutionException(
          "previousRevision needs the program git, which is not on the PATH", missing);
    }
    process.getOutputStream().close();
    int status = process.waitFor();
    if (status != 0) {
      String said = Files.readString(err, StandardCharsets.UTF_8).strip();
      throw new MojoExecutionException(
          "cannot read " + this + " in " + project + ": " + said + remedy(said));
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  private static String remedy(String said) {
    return said.contains("Needed a single revision")
        ? "; there is no such revision here (a shallow clone lacks most: git fetch --unshallow --tags)"
        : "";
  }

  @Override
  public String toString() {
    return "git revision " + revision;
  }
}
