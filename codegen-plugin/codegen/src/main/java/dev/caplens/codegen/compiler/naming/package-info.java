/// From names to declarations: scopes, generic arguments, and what an expression refers to.
///
/// A [Scope] finds declarations, a [BrandScope] knows the generic arguments in force at one place,
/// and a [BrandedDeclaration] is a declaration with its arguments, from which a
/// [dev.caplens.codegen.compiler.schema.Type] is made.
@NullMarked
package dev.caplens.codegen.compiler.naming;

import org.jspecify.annotations.NullMarked;
