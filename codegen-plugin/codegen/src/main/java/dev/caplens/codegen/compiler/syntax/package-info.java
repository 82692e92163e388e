/// From source text to declarations: lexer, parser and the syntax tree of the Cap'n Proto schema
/// language.
///
/// The lexer turns bytes into [Statement]s, the parser turns statements into [Declaration]s and
/// [Expression]s. Both report through an [ErrorSink] and go on, so that one run shows every error
/// of a file. Every position is a byte offset into the source.
@NullMarked
package dev.caplens.codegen.compiler.syntax;

import org.jspecify.annotations.NullMarked;
