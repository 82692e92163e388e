package dev.caplens.codegen.compiler;

import dev.caplens.codegen.compiler.module.Workspace;
import dev.caplens.codegen.compiler.source.AppendedTree;
import dev.caplens.codegen.compiler.source.Diagnostic;
import dev.caplens.codegen.compiler.source.SourceTree;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Compiles Cap'n Proto schema files, without any installed tool.
///
/// Immutable once built; compilations share nothing, so any threads may run them at once.
///
/// ```java
/// Compilation result = SchemaCompiler.builder().importPath(Path.of("schemas")).build()
///     .compile(List.of(Path.of("schemas/person.capnp")));
/// ```
///
/// An absolute import (`import "/capnp/c++.capnp"`) is looked for in the import paths, then, unless
/// they were switched off, in `/usr/local/include` and `/usr/include`, and last among the standard
/// schemas that come with the compiler.
public final class SchemaCompiler {

  private static final List<Path> STANDARD_PATHS =
      List.of(Path.of("/usr/local/include"), Path.of("/usr/include"));

  /// A chain of declarations, each of which needs the next, costs stack; this is enough for tens of
  /// thousands.
  private static final long STACK_BYTES = 256L << 20;

  private final List<SourceTree> importPath;
  private final List<Prefix> prefixes;
  private final Path workingDirectory;

  private record Prefix(Path directory, SourceTree tree) {}

  private SchemaCompiler(Builder builder) {
    this.importPath = List.copyOf(builder.importPath);
    this.prefixes = List.copyOf(builder.prefixes);
    this.workingDirectory = builder.workingDirectory;
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Compiles files of the file system.
  ///
  /// A file's name, as generators see it, is its path below the source prefix that it lies in, else
  /// below the working directory, else its absolute path without the leading slash.
  public Compilation compile(List<Path> files) {
    return run(workspace -> files.forEach(file -> compile(workspace, file)));
  }

  /// Compiles a file as if `more` stood at its end: a declaration that uses what the file knows.
  public Compilation compileWith(Path file, String more) {
    return run(workspace -> {
      Path absolute = workingDirectory.resolve(file).normalize();
      Prefix prefix = prefixOf(absolute);
      String path = prefix.directory().relativize(absolute).toString();
      compile(workspace, new AppendedTree(prefix.tree(), path, more), path);
    });
  }

  /// Compiles the files `paths` of `tree`.
  public Compilation compile(SourceTree tree, List<String> paths) {
    return run(workspace -> paths.forEach(path -> compile(workspace, tree, path)));
  }

  private interface Work {
    void on(Workspace workspace);
  }

  private Compilation run(Work work) {
    Workspace workspace = new Workspace(importPath);
    List<Diagnostic> failures = new ArrayList<>();
    Thread thread =
        new Thread(null, () -> attempt(work, workspace, failures), "schema compiler", STACK_BYTES);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures.add(new Diagnostic("schema compiler", 1, 1, 1, "Interrupted."));
    }
    List<Diagnostic> diagnostics = new ArrayList<>(failures);
    if (failures.isEmpty()) {
      diagnostics.addAll(workspace.diagnostics());
    }
    return new Compilation(diagnostics.isEmpty() ? workspace.schemas() : null, diagnostics);
  }

  private static void attempt(Work work, Workspace workspace, List<Diagnostic> failures) {
    try {
      work.on(workspace);
    } catch (UncheckedIOException e) {
      failures.add(new Diagnostic("schema compiler", 1, 1, 1, "Cannot read " + e.getMessage()));
    } catch (StackOverflowError e) {
      failures.add(
          new Diagnostic(
              "schema compiler",
              1,
              1,
              1,
              "Declarations refer to each other in too long a chain for this compiler."));
    } catch (RuntimeException e) {
      failures.add(new Diagnostic("schema compiler", 1, 1, 1, "Internal compiler error: " + e));
    }
  }

  private void compile(Workspace workspace, Path file) {
    Path absolute = workingDirectory.resolve(file).normalize();
    Prefix prefix = prefixOf(absolute);
    String path = prefix.directory().relativize(absolute).toString();
    compile(workspace, prefix.tree(), path);
  }

  private Prefix prefixOf(Path file) {
    Prefix longest = null;
    for (Prefix prefix : prefixes) {
      boolean longer =
          longest == null || prefix.directory().getNameCount() > longest.directory().getNameCount();
      if (file.startsWith(prefix.directory()) && longer) {
        longest = prefix;
      }
    }
    if (longest != null) {
      return longest;
    }
    if (file.startsWith(workingDirectory)) {
      return new Prefix(workingDirectory, SourceTree.directory(workingDirectory, ""));
    }
    Path root = file.getRoot();
    return new Prefix(root, SourceTree.directory(root, root.toString()));
  }

  private static void compile(Workspace workspace, SourceTree tree, String path) {
    if (!workspace.compile(tree, path)) {
      workspace.report(new Diagnostic(tree.displayName(path), 1, 1, 1, "No such file."));
    }
  }

  /// Collects the settings of a compiler.
  public static final class Builder {

    private final List<SourceTree> importPath = new ArrayList<>();
    private final List<Prefix> prefixes = new ArrayList<>();
    private Path workingDirectory = Path.of("").toAbsolutePath();
    private boolean standardImports = true;

    private Builder() {}

    /// Looks for absolute imports under `directory`, after the paths given before.
    public Builder importPath(Path directory) {
      String name = directory.toString();
      return importTree(SourceTree.directory(directory, name.endsWith("/") ? name : name + "/"));
    }

    /// Looks for absolute imports in `tree`, after the paths given before.
    public Builder importTree(SourceTree tree) {
      importPath.add(tree);
      return this;
    }

    /// Leaves `directory` out of the names of files that lie in it.
    public Builder sourcePrefix(Path directory) {
      String name = directory.toString();
      SourceTree tree = SourceTree.directory(directory, name.endsWith("/") ? name : name + "/");
      prefixes.add(new Prefix(workingDirectory.resolve(directory).normalize(), tree));
      return this;
    }

    /// Whether to look in `/usr/local/include` and `/usr/include`; on unless switched off.
    public Builder standardImports(boolean on) {
      standardImports = on;
      return this;
    }

    public SchemaCompiler build() {
      if (standardImports) {
        for (Path path : STANDARD_PATHS) {
          if (Files.isDirectory(path)) {
            importPath(path);
          }
        }
      }
      importTree(SourceTree.bundled());
      return new SchemaCompiler(this);
    }
  }
}
