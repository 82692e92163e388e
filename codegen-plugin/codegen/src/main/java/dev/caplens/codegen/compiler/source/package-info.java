/// Where schema files come from: directories, the bundled standard schemas, memory.
@NullMarked
package dev.caplens.codegen.compiler.source;

import org.jspecify.annotations.NullMarked;
