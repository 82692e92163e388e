package dev.caplens.codegen.compiler.source;

/// A file's content.
///
/// @param identity equal for two names of the same file, so that it is compiled once
public record SourceFile(Object identity, byte[] bytes) {}
