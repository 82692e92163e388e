package dev.caplens.layout.arena;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.Allocator;
import dev.caplens.layout.map.MasterMap;
import java.util.Objects;
import java.util.Optional;

/// The heap of the arena: blocks of whole pages, first fit.
///
/// Its state is in the region itself, so any process can check a reference, and the blocks of a
/// dead owner can be found and freed.
///
/// ```
///  page word, u32, one per page          run length, u16, one per page
///   31            8   7    6          0
///  +---------------+------+------------+
///  | generation    | head | owner + 1  |   pages of the block that begins here
///  +---------------+------+------------+
/// ```
///
/// The generation of a page tells how many blocks have begun there, modulo 2^24; blocks that only
/// cover it leave it alone. So a reference stays stale whatever blocks come and go around it, until
/// 16,777,216 later ones have begun at the same page.
///
/// | field      | written by          | read by  | ordering                          |
/// |------------|---------------------|----------|-----------------------------------|
/// | page word  | the allocating peer | everyone | atomic / volatile, pair `block`   |
/// | run length | the allocating peer | everyone | plain, covered by `block`         |
///
/// Only the kernel of the cell allocates and frees ([#allocate], [#free], [#freeAllOf]), from one
/// thread. Any thread of any process may call [#resolve].
public final class ArenaHeap {

  private static final int OWNER_MASK = 0x7f;
  private static final int HEAD = 0x80;
  private static final int GENERATION_SHIFT = 8;
  private static final int GENERATION_MASK = -1 << GENERATION_SHIFT;

  private final Region region;
  private final Allocator.Layout allocator;
  private final long pageSize;
  private final int pageCount;
  private int searchFrom;

  /// The heap of a region.
  public ArenaHeap(Region region) {
    this.region = region;
    this.pageSize =
        Math.max(
            MasterMap.ALLOCATOR_MINIMUM_PAGE_SIZE, region.size() / MasterMap.ALLOCATOR_PAGE_COUNT);
    this.pageCount = (int) ((region.size() - MasterMap.HEAP_OFFSET) / pageSize);
    this.allocator = Allocator.Layout.at(region, MasterMap.ALLOCATOR_OFFSET);
  }

  /// The number of bytes in the heap.
  public long size() {
    return pageCount * pageSize;
  }

  /// Takes a block of at least `length` bytes for the process in a slot; empty if there is no run
  /// of free pages that long.
  ///
  /// @throws IllegalArgumentException if the length is not positive
  /// @throws IndexOutOfBoundsException if there is no such slot
  public Optional<ArenaBlock> allocate(long length, int ownerSlot) {
    Objects.checkIndex(ownerSlot, MasterMap.PROCESS_ENTRY_COUNT);
    if (length <= 0) {
      throw new IllegalArgumentException("length of a block: expected at least 1, got " + length);
    }
    long pages = (length + pageSize - 1) / pageSize;
    int page = freeRun(pages, searchFrom, pageCount);
    if (page < 0) {
      page = freeRun(pages, 0, pageCount);
    }
    if (page < 0) {
      return Optional.empty();
    }
    searchFrom = page + (int) pages;
    int generation = pageWord(page) + (1 << GENERATION_SHIFT) >>> GENERATION_SHIFT;
    allocator.setRunLengths(page, (int) pages);
    for (int i = (int) pages - 1; i > 0; i--) {
      setPageWord(page + i, pageWord(page + i) & GENERATION_MASK | ownerSlot + 1);
    }
    // pair: block (release)
    setPageWord(page, generation << GENERATION_SHIFT | HEAD | ownerSlot + 1);
    long offset = MasterMap.HEAP_OFFSET + page * pageSize;
    return Optional.of(new ArenaBlock(region, new ArenaReference(offset, length, generation)));
  }

  /// Gives a block back. What refers to it is stale from now on.
  ///
  /// @throws StaleReference if there is no such block
  public void free(ArenaReference reference) {
    freeBlockAt(headPage(reference));
  }

  /// Gives back all blocks of a process that has left or is proven dead.
  ///
  /// @return how many there were
  public int freeAllOf(int ownerSlot) {
    int freed = 0;
    for (int page = 0; page < pageCount; page++) {
      int word = pageWord(page);
      if ((word & HEAD) != 0 && (word & OWNER_MASK) == ownerSlot + 1) {
        freeBlockAt(page);
        freed++;
      }
    }
    return freed;
  }

  /// The block that a reference means.
  ///
  /// @throws StaleReference if the reference does not lie in a block of its generation
  public ArenaBlock resolve(ArenaReference reference) {
    headPage(reference);
    return new ArenaBlock(region, reference);
  }

  /// Whether a reference still means the block that it was made for. A reader of a block that may
  /// be given back meanwhile asks again when it is done.
  public boolean isCurrent(ArenaReference reference) {
    try {
      headPage(reference);
      return true;
    } catch (StaleReference stale) {
      return false;
    }
  }

  private int headPage(ArenaReference reference) {
    long within = reference.offset() - MasterMap.HEAP_OFFSET;
    if (within < 0 || within % pageSize != 0 || within / pageSize >= pageCount) {
      throw stale(reference, "expected the begin of a page of the heap");
    }
    int page = (int) (within / pageSize);
    // pair: block (acquire)
    int word = pageWord(page);
    if ((word & HEAD) == 0) {
      throw stale(reference, "no block begins there");
    }
    long generation = word >>> GENERATION_SHIFT;
    if (generation != reference.generation()) {
      throw stale(reference, "the block there has generation " + generation);
    }
    long capacity = Math.min(runLength(page), pageCount - page) * pageSize;
    if (reference.length() < 0 || reference.length() > capacity) {
      throw stale(reference, "the block there has " + capacity + " bytes");
    }
    return page;
  }

  private StaleReference stale(ArenaReference reference, String reason) {
    return new StaleReference(
        "reference to offset 0x%x, length %d, generation %d of the arena of %s: %s; its sender gave the block back too early or is broken"
            .formatted(
                reference.offset(), reference.length(), reference.generation(), region, reason));
  }

  private void freeBlockAt(int page) {
    int pages = Math.min(runLength(page), pageCount - page);
    for (int i = 0; i < pages; i++) {
      setPageWord(page + i, pageWord(page + i) & GENERATION_MASK);
    }
    searchFrom = Math.min(searchFrom, page);
  }

  private int freeRun(long pages, int from, int to) {
    int free = 0;
    for (int page = from; page < to; page++) {
      free = (pageWord(page) & OWNER_MASK) == 0 ? free + 1 : 0;
      if (free == pages) {
        return page - free + 1;
      }
    }
    return -1;
  }

  private int runLength(int page) {
    return allocator.getRunLengths(page);
  }

  private int pageWord(int page) {
    return allocator.getPageWordsVolatile(page);
  }

  private void setPageWord(int page, int word) {
    allocator.setPageWordsVolatile(page, word);
  }
}
