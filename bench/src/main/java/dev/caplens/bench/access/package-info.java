/// Single fields, and single messages looked at from outside: loops over fields beside raw memory,
/// the first look at a framed message, framing one.
@NullMarked
package dev.caplens.bench.access;

import org.jspecify.annotations.NullMarked;
