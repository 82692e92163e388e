/// Encodes compiled schemas as a `CodeGeneratorRequest`, which is what generator plugins read.
@NullMarked
package dev.caplens.codegen.compiler.request;

import org.jspecify.annotations.NullMarked;
