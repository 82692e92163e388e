/// The generator as a program: from a schema or a compiler's request to Java, C and TypeScript.
///
/// The request is read into {@link dev.caplens.core.schema records}; from them the {@link
/// dev.caplens.codegen.generator Java lenses} and the {@link dev.caplens.codegen.export C headers
/// and TypeScript modules} are written.
@NullMarked
package dev.caplens.codegen;

import org.jspecify.annotations.NullMarked;
