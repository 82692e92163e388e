/// The demo: the Universal Ring between real processes, counting as `wc` does.
///
/// ```
///              JobRequest                        JobResult
///   Kernel ---- inbox ----> Module (1 ... N) ---- outbox ----> Kernel
///     |  reads files              | counts in place
///     +----> blocks of the arena <+
///     +----> ping-pong channel ----> Viewer (progress bar)
/// ```
@NullMarked
package dev.caplens.cli.demo;

import org.jspecify.annotations.NullMarked;
