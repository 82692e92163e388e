package dev.caplens.bench.access;

import dev.caplens.core.memory.Region;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.Objects;

/// A list of cars as a careful hand writes it: what generated accessors are measured against.
///
/// It keeps to the rules that a lens keeps to (off-heap memory at absolute addresses, one check of
/// the index, the owner held until the access is over) and knows what a lens must find out: that
/// the sender's cars have a weight.
final class HandWrittenList {

  private static final MemorySegment ALL = everything();
  private static final int WEIGHT_AT = 12;

  private final Region owner;
  private final long first;
  private final int size;
  private final int step;

  HandWrittenList(Region owner, long at, int size, int step) {
    Objects.checkFromIndexSize(at, (long) size * step, owner.size());
    this.owner = owner;
    this.first = owner.address() + at;
    this.size = size;
    this.step = step;
  }

  @SuppressWarnings("restricted")
  private static MemorySegment everything() {
    return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
  }

  int size() {
    return size;
  }

  int weight(int index) {
    Objects.checkIndex(index, size);
    int weight = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, first + (long) index * step + WEIGHT_AT);
    Reference.reachabilityFence(owner);
    return weight;
  }

  void weight(int index, int value) {
    Objects.checkIndex(index, size);
    ALL.set(ValueLayout.JAVA_INT_UNALIGNED, first + (long) index * step + WEIGHT_AT, value);
    Reference.reachabilityFence(owner);
  }
}
