package dev.caplens.interop.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A Java file, parsed by the JDK's own compiler.
///
/// @param file where it stands
/// @param unit what stands in it
/// @param positions where in it
record JavaSource(Path file, CompilationUnitTree unit, SourcePositions positions) {
  /// Parses files; nothing is resolved, so no class path is needed.
  static List<JavaSource> parse(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(errors, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  errors,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<JavaSource> sources = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        sources.add(new JavaSource(Path.of(unit.getSourceFile().toUri()), unit, positions));
      }
      if (!errors.getDiagnostics().isEmpty()) {
        throw new IOException("sources that cannot be parsed: " + errors.getDiagnostics());
      }
      return sources;
    }
  }

  String packageName() {
    return unit.getPackage() == null ? "" : unit.getPackage().getPackageName().toString();
  }

  /// The line of the first character of a part of this file, counted from 1.
  long firstLine(Tree part) {
    return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, part));
  }

  /// The line of the last character of a part of this file.
  long lastLine(Tree part) {
    return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, part));
  }
}
