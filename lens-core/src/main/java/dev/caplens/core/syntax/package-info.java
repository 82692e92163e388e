/// The words of the Cap'n Proto schema language: from source text to [Token]s and [Expression]s.
///
/// The text format of messages is the language's syntax of values, so the schema compiler and
/// [dev.caplens.core.text] share this. The lexer turns bytes into [Statement]s or [Token]s, the
/// [ExpressionParser] turns tokens into expressions. Both report through an [ErrorSink] and go on,
/// so that one run shows every error. Every position is a byte offset into the source.
@NullMarked
package dev.caplens.core.syntax;

import org.jspecify.annotations.NullMarked;
