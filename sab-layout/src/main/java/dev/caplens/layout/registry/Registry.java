package dev.caplens.layout.registry;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Span;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The modules of a cell: 64 entries of 96 bytes, of which the first 32 have a header and are given
/// out.
///
/// ```
///  0               8           16            24        28      32      64
///  +---------------+-----------+-------------+---------+-------+-------+----------------+
///  | state, slot,  | module id | hash of its | version | kind  |       | name, 32 bytes |
///  | generation    |           | name        |         |       |       |                |
///  +---------------+-----------+-------------+---------+-------+-------+----------------+
/// ```
///
/// The state word goes from FREE to CLAIMED to ACTIVE, then to LEFT, or to LOST once the process is
/// proven dead; both stay to be looked at until their place is needed. The word holds the process
/// slot, so an entry that was claimed and never filled can be taken back. The rest is written
/// between the claim and the release of ACTIVE (pair `registered`). The guard in front counts
/// active entries and changes. Any thread may call any method.
public final class Registry {

  private static final int SLOT_SHIFT = 8;
  private static final int GENERATION_SHIFT = 32;

  private final Span entries;
  private final Span guard;

  /// The registry of a region.
  public Registry(Region region) {
    this.entries = new Span(region, MasterMap.REGISTRY_OFFSET, MasterMap.REGISTRY_SIZE);
    this.guard = new Span(region, MasterMap.REGISTRY_GUARD_OFFSET, MasterMap.REGISTRY_GUARD_SIZE);
  }

  /// Enters a module.
  ///
  /// @param name at most 32 bytes of UTF-8; what is longer is cut
  /// @param processSlot the slot of its process in the process table
  /// @return its index, 0 to 31
  /// @throws IllegalStateException if there is no room
  public int register(String name, ModuleKind kind, int processSlot) {
    int index = claim(processSlot, MasterMap.REGISTRY_STATE_FREE);
    if (index < 0) {
      index = claim(processSlot, MasterMap.REGISTRY_STATE_LEFT);
    }
    if (index < 0) {
      index = claim(processSlot, MasterMap.REGISTRY_STATE_LOST);
    }
    if (index < 0) {
      throw new IllegalStateException(
          "registry of "
              + entries.region()
              + ": all "
              + MasterMap.HEADER_COUNT
              + " entries are taken; start fewer modules");
    }
    fill(index, name, kind);
    return index;
  }

  private int claim(int processSlot, int from) {
    for (int index = 0; index < MasterMap.HEADER_COUNT; index++) {
      long seen = entries.getLongVolatile(at(index, MasterMap.REGISTRY_ENTRY_STATE));
      long claimed = word(MasterMap.REGISTRY_STATE_CLAIMED, processSlot, generation(seen) + 1);
      if (state(seen) == from
          && entries.compareAndSetLong(at(index, MasterMap.REGISTRY_ENTRY_STATE), seen, claimed)) {
        return index;
      }
    }
    return -1;
  }

  private void fill(int index, String name, ModuleKind kind) {
    long claimed = entries.getLongVolatile(at(index, MasterMap.REGISTRY_ENTRY_STATE));
    entries.putLong(at(index, MasterMap.REGISTRY_ENTRY_MODULE_ID), claimed);
    entries.putLong(at(index, MasterMap.REGISTRY_ENTRY_MODULE_HASH), name.hashCode());
    entries.putInt(at(index, MasterMap.REGISTRY_ENTRY_VERSION), MasterMap.LAYOUT_MAJOR);
    entries.putInt(at(index, MasterMap.REGISTRY_ENTRY_KIND), kind.code());
    entries.putName(
        at(index, MasterMap.REGISTRY_ENTRY_NAME), (int) MasterMap.REGISTRY_NAME_SIZE, name);
    // pair: registered (release)
    entries.putLongRelease(
        at(index, MasterMap.REGISTRY_ENTRY_STATE),
        claimed - state(claimed) + MasterMap.REGISTRY_STATE_ACTIVE);
    changed(1);
  }

  /// Marks a module that leaves in order; one that has left or was lost stays as it is.
  ///
  /// @throws IndexOutOfBoundsException if there is no such module
  public void leave(int index) {
    long seen = entries.getLongVolatile(at(index, MasterMap.REGISTRY_ENTRY_STATE));
    if (state(seen) == MasterMap.REGISTRY_STATE_ACTIVE
        && move(index, seen, MasterMap.REGISTRY_STATE_LEFT)) {
      changed(-1);
    }
  }

  private boolean move(int index, long seen, int state) {
    return entries.compareAndSetLong(
        at(index, MasterMap.REGISTRY_ENTRY_STATE), seen, seen - state(seen) + state);
  }

  /// Marks the modules of a process that is proven dead. Their entries stay, so that what they did
  /// can be told; a claim that never became active is freed.
  public void lose(int processSlot) {
    for (int index = 0; index < MasterMap.REGISTRY_ENTRY_COUNT; index++) {
      long seen = entries.getLongVolatile(at(index, MasterMap.REGISTRY_ENTRY_STATE));
      boolean isClaimed = state(seen) == MasterMap.REGISTRY_STATE_CLAIMED;
      boolean isActive = state(seen) == MasterMap.REGISTRY_STATE_ACTIVE;
      if (slot(seen) == processSlot && (isClaimed || isActive)) {
        int next = isActive ? MasterMap.REGISTRY_STATE_LOST : MasterMap.REGISTRY_STATE_FREE;
        if (move(index, seen, next)) {
          changed(isActive ? -1 : 0);
        }
      }
    }
  }

  /// The modules that work, have left or were lost, in the order of their index. An entry that
  /// changes while it is read is left out, and so are those that no module can have, since it would
  /// have no header, whatever a peer wrote there.
  public List<RegisteredModule> modules() {
    List<RegisteredModule> modules = new ArrayList<>();
    for (int index = 0; index < MasterMap.HEADER_COUNT; index++) {
      // pair: registered (acquire)
      long seen = entries.getLongAcquire(at(index, MasterMap.REGISTRY_ENTRY_STATE));
      ModuleState state = moduleState(seen);
      if (state != null) {
        RegisteredModule module = module(index, slot(seen), state);
        VarHandle.acquireFence(); // what was read above is not read after the next line
        boolean isWhole =
            entries.getLongVolatile(at(index, MasterMap.REGISTRY_ENTRY_STATE)) == seen;
        modules.addAll(isWhole ? List.of(module) : List.of());
      }
    }
    return modules;
  }

  private static @Nullable ModuleState moduleState(long word) {
    return switch (state(word)) {
      case MasterMap.REGISTRY_STATE_ACTIVE -> ModuleState.ACTIVE;
      case MasterMap.REGISTRY_STATE_LEFT -> ModuleState.LEFT;
      case MasterMap.REGISTRY_STATE_LOST -> ModuleState.LOST;
      default -> null;
    };
  }

  private RegisteredModule module(int index, int slot, ModuleState state) {
    String name =
        entries.getName(
            at(index, MasterMap.REGISTRY_ENTRY_NAME), (int) MasterMap.REGISTRY_NAME_SIZE);
    ModuleKind kind = ModuleKind.of(entries.getInt(at(index, MasterMap.REGISTRY_ENTRY_KIND)));
    return new RegisteredModule(index, name, kind, slot, state);
  }

  private void changed(int delta) {
    guard.getAndAddInt(MasterMap.REGISTRY_GUARD_COUNT, delta);
    guard.getAndAddInt(MasterMap.REGISTRY_GUARD_GENERATION, 1);
  }

  private static long at(int index, long field) {
    return index * MasterMap.REGISTRY_ENTRY_SIZE + field;
  }

  private static long word(int state, int slot, long generation) {
    return state | (long) slot << SLOT_SHIFT | generation << GENERATION_SHIFT;
  }

  private static int state(long word) {
    return (int) word & 0xff;
  }

  private static int slot(long word) {
    return (int) (word >>> SLOT_SHIFT) & 0xff;
  }

  private static long generation(long word) {
    return word >>> GENERATION_SHIFT;
  }
}
