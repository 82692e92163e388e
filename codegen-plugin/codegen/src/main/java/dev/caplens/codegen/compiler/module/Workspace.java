package dev.caplens.codegen.compiler.module;

import dev.caplens.codegen.compiler.schema.CompiledSchemas;
import dev.caplens.codegen.compiler.schema.SchemaNode;
import dev.caplens.codegen.compiler.schema.SourceInfo;
import dev.caplens.codegen.compiler.source.Diagnostic;
import dev.caplens.codegen.compiler.source.SourceFile;
import dev.caplens.codegen.compiler.source.SourceTree;
import dev.caplens.codegen.compiler.translation.Translation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// All files and declarations of one compilation. Not thread-safe.
public final class Workspace {

  private static final long FIRST_SUBSTITUTE_ID = 1000;

  private final List<SourceTree> importPath;
  private final Map<Object, SchemaFile> files = new HashMap<>();
  private final Map<Long, ScopeNode> declarations = new HashMap<>();
  private final Map<Long, SchemaNode> auxiliary = new HashMap<>();
  private final Set<Long> takenForEmpty = new HashSet<>();
  private final Map<Long, SchemaNode> loaded = new LinkedHashMap<>();
  private final List<SourceInfo> sourceInfo = new ArrayList<>();
  private final List<SchemaFile> requested = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private long nextSubstituteId = FIRST_SUBSTITUTE_ID;

  /// @param importPath where files imported by an absolute path are looked for, in this order
  public Workspace(List<SourceTree> importPath) {
    this.importPath = List.copyOf(importPath);
  }

  /// Compiles a file and all that it refers to; false if there is no such file.
  public boolean compile(SourceTree tree, String path) {
    SchemaFile file = file(tree, path);
    if (file == null) {
      return false;
    }
    new Traversal(this).request(file.root());
    requested.add(file);
    return true;
  }

  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  public boolean hadErrors() {
    return !diagnostics.isEmpty();
  }

  /// What was compiled. Meaningful only without errors.
  public CompiledSchemas schemas() {
    return new CompiledSchemas(
        loaded.values().stream().map(this::placed).toList(),
        List.copyOf(sourceInfo),
        requested.stream().map(Imports::of).toList());
  }

  /// The node with its place, if a requested file declares it.
  private SchemaNode placed(SchemaNode node) {
    ScopeNode declaration = declarations.get(node.id());
    return declaration != null && requested.contains(declaration.file())
        ? node.at(declaration.range())
        : node;
  }

  /// Adds an error.
  public void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  /// A random id for a file that has none.
  long newId() {
    return ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE;
  }

  @Nullable SchemaFile file(SourceTree tree, String path) {
    SourceFile source = tree.open(path);
    if (source == null) {
      return null;
    }
    SchemaFile known = files.get(source.identity());
    if (known != null) {
      return known;
    }
    SchemaFile file = new SchemaFile(this, tree, path, source);
    files.put(source.identity(), file);
    return file;
  }

  @Nullable SchemaFile fileOnImportPath(String path) {
    for (SourceTree tree : importPath) {
      SchemaFile file = file(tree, path);
      if (file != null) {
        return file;
      }
    }
    return null;
  }

  @Nullable SourceFile openOnImportPath(String path) {
    for (SourceTree tree : importPath) {
      SourceFile file = tree.open(path);
      if (file != null) {
        return file;
      }
    }
    return null;
  }

  /// Registers a declaration, and answers its id: the one it wants, or a substitute if that one is
  /// taken.
  long register(long wanted, ScopeNode declaration) {
    ScopeNode first = declarations.putIfAbsent(wanted, declaration);
    if (first == null) {
      return wanted;
    }
    declaration.error("Duplicate ID @0x%x.".formatted(wanted));
    first.error("ID @0x%x originally used here.".formatted(wanted));
    long substitute = nextSubstituteId++;
    declarations.put(substitute, declaration);
    return substitute;
  }

  @Nullable ScopeNode declaration(long id) {
    return declarations.get(id);
  }

  /// The node of a group, or of a method's parameters or results.
  @Nullable SchemaNode auxiliary(long id) {
    return auxiliary.get(id);
  }

  void takeForEmpty(long id) {
    takenForEmpty.add(id);
  }

  boolean isTakenForEmpty(long id) {
    return takenForEmpty.contains(id);
  }

  void outlined(Translation translation) {
    // Backwards, since the first keeps an id that an empty group shares (which is an error).
    translation.auxiliary().reversed().forEach(node -> auxiliary.put(node.id(), node));
  }

  void completed(Translation translation) {
    outlined(translation);
    sourceInfo.addAll(translation.sourceInfo());
  }

  /// Makes a complete declaration part of the result.
  void load(Translation translation) {
    translation.auxiliary().forEach(node -> loaded.put(node.id(), node));
    loaded.put(translation.node().id(), translation.node());
  }
}
