package dev.caplens.core.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tokens that end in a semicolon, or in a block of further statements.
///
/// @param block the statements between the braces; null where the statement ends in a semicolon
/// @param docComment the comment behind the statement's end or behind its opening brace, each line
///   with its newline
public record Statement(
    List<Token> tokens,
    @Nullable List<Statement> block,
    @Nullable String docComment,
    int start,
    int end) {}
