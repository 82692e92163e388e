package dev.caplens.bench.rings;

import dev.caplens.bench.pairs.Task;
import dev.caplens.bench.pairs.Work;

/// How large the peers' rings are. Where as much as possible is sent, 65,536 messages or 1 MiB, as
/// in their authors' own measurements, and fewer where the messages would take more than 8 MiB;
/// where times count, 1,024 messages or 128 KiB, which stay in the caches.
final class Depth {

  private static final int MANY = 1 << 16;
  private static final int FEW = 1 << 10;
  private static final int MOST_BYTES = 8 << 20;
  private static final int LARGE_RING_BYTES = 1 << 20;
  private static final int SMALL_RING_BYTES = 128 << 10;
  private static final int LINE = 64;

  private Depth() {}

  /// For rings of references: messages, a power of two.
  static int messages(Task task) {
    int fitting = Integer.highestOneBit(MOST_BYTES / (task.payloadBytes() + LINE));
    return Math.min(isForThroughput(task) ? MANY : FEW, fitting);
  }

  /// For rings of bytes: their size, a power of two.
  static int bytes(Task task) {
    return isForThroughput(task) ? LARGE_RING_BYTES : SMALL_RING_BYTES;
  }

  private static boolean isForThroughput(Task task) {
    return task.work() == Work.THROUGHPUT;
  }
}
