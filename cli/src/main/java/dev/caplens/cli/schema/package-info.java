/// Commands that work on schemas, with the arguments of the reference tool `capnp`.
@NullMarked
package dev.caplens.cli.schema;

import org.jspecify.annotations.NullMarked;
