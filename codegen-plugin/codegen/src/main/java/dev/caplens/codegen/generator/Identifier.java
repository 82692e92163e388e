package dev.caplens.codegen.generator;

import dev.caplens.codegen.schema.CamelCase;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/// The forms that a schema's name takes in Java.
///
/// Names of the schema language are ASCII letters and digits in camel case; other names come from
/// annotations and file names, and what Java does not allow in them becomes `_`.
final class Identifier {
  /// Methods without parameters that every object has: an accessor cannot bear these names.
  private static final Set<String> TAKEN =
      Set.of(
          "getClass", "hashCode", "toString", "notify", "notifyAll", "wait", "clone", "finalize");

  private Identifier() {}

  /// The name of an accessor or a variable: the schema's, with `_` behind it where Java or `Object`
  /// has taken it.
  static String member(String name) {
    String legal = legal(name);
    return SourceVersion.isKeyword(legal) || TAKEN.contains(legal) ? legal + "_" : legal;
  }

  /// The name of a type: the schema's with a capital first letter.
  static String type(String name) {
    String capital = capital(name);
    return SourceVersion.isKeyword(capital) || SourceVersion.isName(capital)
        ? capital
        : legal(capital);
  }

  /// The name as a part behind `set`, `init` or `has`.
  static String capital(String name) {
    String legal = legal(name);
    return legal.substring(0, 1).toUpperCase(Locale.ROOT) + legal.substring(1);
  }

  /// The name of a constant: `controlFlagsOffset` becomes `CONTROL_FLAGS_OFFSET`, `aUUIDText`
  /// becomes `A_UUID_TEXT`.
  static String constant(String name) {
    return CamelCase.upperSnake(legal(name));
  }

  /// The name of a class for a file: `master_map.capnp` becomes `MasterMap`.
  static String ofFile(String filename) {
    String base = filename.substring(filename.lastIndexOf('/') + 1);
    int dot = base.lastIndexOf('.');
    StringBuilder out = new StringBuilder();
    for (String part : (dot > 0 ? base.substring(0, dot) : base).split("[^\\p{L}\\p{N}]+")) {
      if (!part.isEmpty()) {
        out.append(capital(part));
      }
    }
    return out.isEmpty() ? "_" : out.toString();
  }

  /// The name of a package part: what Java does not allow becomes `_`.
  static String packagePart(String folder) {
    String legal = legal(folder);
    return SourceVersion.isKeyword(legal) ? legal + "_" : legal;
  }

  private static String legal(String name) {
    StringBuilder out = new StringBuilder();
    name.codePoints()
        .forEach(c -> out.appendCodePoint(Character.isJavaIdentifierPart(c) ? c : '_'));
    if (out.isEmpty() || !Character.isJavaIdentifierStart(out.codePointAt(0))) {
      out.insert(0, '_');
    }
    return out.toString();
  }
}
