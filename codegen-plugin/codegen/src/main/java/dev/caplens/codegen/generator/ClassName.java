package dev.caplens.codegen.generator;

/// The name of a generated class.
///
/// @param name the simple name, or those of the classes around it and its own, with dots between
record ClassName(String packageName, String name) {

  /// A class inside this one.
  ClassName nested(String simple) {
    return new ClassName(packageName, name + '.' + simple);
  }

  /// The last part of the name.
  String simple() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /// The path of its file below a source folder; only for top-level classes.
  String path() {
    return packageName.replace('.', '/') + '/' + name + ".java";
  }
}
