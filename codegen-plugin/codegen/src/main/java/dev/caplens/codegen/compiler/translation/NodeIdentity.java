package dev.caplens.codegen.compiler.translation;

import dev.caplens.codegen.compiler.schema.SchemaNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a node before it is translated.
///
/// @param nested null for groups and for parameters and results of methods
public record NodeIdentity(
    long id,
    String displayName,
    int prefixLength,
    long scopeId,
    @Nullable List<SchemaNode.Nested> nested) {}
