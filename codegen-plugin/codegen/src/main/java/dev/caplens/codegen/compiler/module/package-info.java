/// Files and their declarations, compiled on demand.
///
/// A [Workspace] holds the files of one compilation. Declarations become [ScopeNode]s, which are
/// translated when first asked for; the order in which that happens, and so the order of errors, is
/// the reference compiler's.
@NullMarked
package dev.caplens.codegen.compiler.module;

import org.jspecify.annotations.NullMarked;
