/// How cost grows: with the size of a message, the length of a list, the number of fields, the size
/// of a mapped file.
@NullMarked
package dev.caplens.bench.slopes;

import org.jspecify.annotations.NullMarked;
