/// What the generators read out of schemas besides what these say of themselves: names in other
/// ways of writing, the annotations that they know, structs at fixed places.
@NullMarked
package dev.caplens.codegen.schema;

import org.jspecify.annotations.NullMarked;
