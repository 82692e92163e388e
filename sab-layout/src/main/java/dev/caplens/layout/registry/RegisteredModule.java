package dev.caplens.layout.registry;

/// What the registry tells about one module at one moment.
///
/// @param index its place in the registry and in the headers, 0 to 31
/// @param name what it calls itself, at most 32 bytes of UTF-8
/// @param kind what it is written in
/// @param processSlot its slot in the process table
/// @param state whether it works, left, or was lost
public record RegisteredModule(
    int index, String name, ModuleKind kind, int processSlot, ModuleState state) {}
