/// Encodes compiled schemas as a `CodeGeneratorRequest`, which is what generator plugins read, with
/// the lenses that our own generator made of `schema.capnp`.
@NullMarked
package dev.caplens.codegen.compiler.request;

import org.jspecify.annotations.NullMarked;
