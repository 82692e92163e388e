package dev.caplens.interop.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A method has at most 70 lines from its signature to its closing brace, a file at most 600.
final class SizesRule implements HouseRule {
  static final int METHOD_LINES = 70;
  static final int FILE_LINES = 600;

  @Override
  public List<Violation> violations(SourceTree tree) throws IOException {
    List<Violation> found = new ArrayList<>();
    for (JavaSource source : tree.java()) {
      int lines = SourceTree.lines(source.file()).size();
      if (lines > FILE_LINES) {
        found.add(
            new Violation(
                tree.relative(source.file()),
                0,
                "file of " + lines + " lines, at most " + FILE_LINES));
      }
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethod(MethodTree method, Void unused) {
          check("method " + method.getName(), method);
          return super.visitMethod(method, unused);
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
          type.getMembers().stream()
              .filter(BlockTree.class::isInstance)
              .forEach(block -> check("initializer of " + type.getSimpleName(), block));
          return super.visitClass(type, unused);
        }

        private void check(String name, Tree part) {
          long first = source.firstLine(part);
          long length = source.lastLine(part) - first + 1;
          if (length > METHOD_LINES) {
            String text = name + " of " + length + " lines, at most " + METHOD_LINES;
            found.add(new Violation(tree.relative(source.file()), first, text));
          }
        }
      }.scan(source.unit(), null);
    }
    return found;
  }
}
