/// Single fields, and single messages looked at from outside: loops over fields beside raw memory,
/// the first look at a framed message, framing one. Here are also the fields of large messages and
/// the lists in bulk, which are rows of `messages`: they stand beside raw memory too.
@NullMarked
package dev.caplens.bench.access;

import org.jspecify.annotations.NullMarked;
