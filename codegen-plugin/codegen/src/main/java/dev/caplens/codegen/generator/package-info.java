/// Java from schemas: names, packages, source text, and one generator per kind of declaration.
///
/// [JavaGenerator][dev.caplens.codegen.generator.JavaGenerator] is the way in.
@NullMarked
package dev.caplens.codegen.generator;

import org.jspecify.annotations.NullMarked;
