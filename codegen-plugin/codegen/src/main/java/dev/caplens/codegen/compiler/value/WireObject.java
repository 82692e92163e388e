package dev.caplens.codegen.compiler.value;

/// What a pointer can point at.
public sealed interface WireObject permits WireStruct, WireList {}
