/// Constants and layouts for other languages: C headers and TypeScript modules.
@NullMarked
package dev.caplens.codegen.export;

import org.jspecify.annotations.NullMarked;
