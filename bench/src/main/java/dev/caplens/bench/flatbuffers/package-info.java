/// The workloads in FlatBuffers. This part is compiled only where `flatc` is installed, which makes
/// the accessors in `schema`.
@NullMarked
package dev.caplens.bench.flatbuffers;

import org.jspecify.annotations.NullMarked;
