/// The peer `org.capnproto:runtime`: accessors of the three benchmark schemas. Its generator is in
/// no registry, so they are written by hand in the form that it gives them; a test compares their
/// bytes with ours.
@NullMarked
package dev.caplens.bench.capnproto;

import org.jspecify.annotations.NullMarked;
