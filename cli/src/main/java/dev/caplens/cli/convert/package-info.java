/// Commands that turn messages from one form into another, with the arguments of the reference tool
/// `capnp`: `convert`, and its older forms `encode` and `decode`.
///
/// A [MessageInput] reads one message after the other in one [Format], a [MessageOutput] writes
/// them in another; the memory they take is that of the largest single message.
@NullMarked
package dev.caplens.cli.convert;

import org.jspecify.annotations.NullMarked;
