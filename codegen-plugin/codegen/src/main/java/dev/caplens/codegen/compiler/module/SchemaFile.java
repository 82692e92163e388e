package dev.caplens.codegen.compiler.module;

import dev.caplens.codegen.compiler.schema.CompiledSchemas.NameUse;
import dev.caplens.codegen.compiler.schema.SourceRange;
import dev.caplens.codegen.compiler.source.Diagnostic;
import dev.caplens.codegen.compiler.source.LineTable;
import dev.caplens.codegen.compiler.source.SourceFile;
import dev.caplens.codegen.compiler.source.SourcePath;
import dev.caplens.codegen.compiler.source.SourceTree;
import dev.caplens.codegen.compiler.syntax.Declaration;
import dev.caplens.codegen.compiler.syntax.SchemaParser;
import dev.caplens.core.syntax.ErrorSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of a compilation: parsed, its declarations not yet translated.
final class SchemaFile {

  private final Workspace workspace;
  private final SourceTree tree;
  private final String path;
  private final LineTable lines;
  private final Declaration declaration;
  private final ScopeNode root;
  private final List<NameUse> uses = new ArrayList<>();

  SchemaFile(Workspace workspace, SourceTree tree, String path, SourceFile source) {
    this.workspace = workspace;
    this.tree = tree;
    this.path = path;
    this.lines = new LineTable(source.bytes());
    this.declaration = SchemaParser.parse(source.bytes(), errors(), workspace::newId);
    this.root = new ScopeNode(this, declaration);
  }

  Workspace workspace() {
    return workspace;
  }

  /// The path within its tree, which is also the name that generators see.
  String path() {
    return path;
  }

  Declaration declaration() {
    return declaration;
  }

  ScopeNode root() {
    return root;
  }

  void refers(SourceRange name, long declared) {
    uses.add(new NameUse(name, declared));
  }

  /// The names in this file that were found to refer to declarations.
  List<NameUse> uses() {
    return List.copyOf(uses);
  }

  ErrorSink errors() {
    return new ErrorSink() {
      @Override
      public void error(int startByte, int endByte, String message) {
        workspace.report(Diagnostic.at(tree.displayName(path), lines, startByte, endByte, message));
      }

      @Override
      public boolean hadErrors() {
        return workspace.hadErrors();
      }
    };
  }

  /// The file that `importPath` names from here; null if there is none.
  @Nullable SchemaFile importFile(String importPath) {
    if (importPath.startsWith("/")) {
      String normal = SourcePath.normalize(importPath);
      return normal == null ? null : workspace.fileOnImportPath(normal);
    }
    String relative = SourcePath.relative(path, importPath);
    return relative == null ? null : workspace.file(tree, relative);
  }

  /// The bytes of the file that `embedPath` names from here; null if there is none.
  byte @Nullable [] embed(String embedPath) {
    boolean absolute = embedPath.startsWith("/");
    String normal =
        absolute ? SourcePath.normalize(embedPath) : SourcePath.relative(path, embedPath);
    if (normal == null) {
      return null;
    }
    SourceFile file = absolute ? workspace.openOnImportPath(normal) : tree.open(normal);
    return file == null ? null : file.bytes();
  }
}
