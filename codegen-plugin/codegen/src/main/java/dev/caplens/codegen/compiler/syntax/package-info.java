/// From statements to declarations: the parser and the syntax tree of the Cap'n Proto schema
/// language. The words and expressions of the language stand in [dev.caplens.core.syntax].
///
/// The parser turns statements into [Declaration]s. It reports through an
/// [dev.caplens.core.syntax.ErrorSink] and goes on, so that one run shows every error of a file.
@NullMarked
package dev.caplens.codegen.compiler.syntax;

import org.jspecify.annotations.NullMarked;
