package dev.caplens.core.dynamic;

import dev.caplens.core.message.Capability;

/// A reference to a capability. Immutable; any thread may use it.
///
/// @param schema its interface as the schema says it
/// @param index the place in the message's table of capabilities, -1 for null
public record DynamicCapability(InterfaceSchema schema, int index)
    implements DynamicValue, Capability {}
