package dev.caplens.layout.registry;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.RegistryEntry;
import dev.caplens.layout.map.RegistryGuard;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
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
/// The state word goes from FREE to CLAIMED to ACTIVE, then to LEFT, or to LOST once the process
/// has gone without a word; both stay to be looked at until their place is needed. The word holds
/// the process slot, so an entry that was claimed and never filled can be taken back. The rest is
/// written between the claim and the release of ACTIVE (pair `registered`), as is the header of the
/// module, which begins anew. The guard in front counts active entries and changes. Any thread may
/// call any method.
public final class Registry {

  private static final int SLOT_SHIFT = 8;
  private static final int GENERATION_SHIFT = 32;

  private final Region region;
  private final RegistryEntry.Layout[] entries =
      new RegistryEntry.Layout[MasterMap.REGISTRY_ENTRY_COUNT];
  private final RegistryGuard.Layout guard;

  /// The state words with which this object has claimed entries.
  private final AtomicLongArray own = new AtomicLongArray(MasterMap.REGISTRY_ENTRY_COUNT);

  /// The registry of a region.
  public Registry(Region region) {
    this.region = region;
    for (int index = 0; index < entries.length; index++) {
      entries[index] =
          RegistryEntry.Layout.at(
              region, MasterMap.REGISTRY_OFFSET + (long) index * RegistryEntry.Layout.SIZE);
    }
    this.guard = RegistryGuard.Layout.at(region, MasterMap.REGISTRY_GUARD_OFFSET);
  }

  /// Enters a module.
  ///
  /// @param name at most 32 bytes of UTF-8; what is longer is cut
  /// @param processSlot the slot of its process in the process table
  /// @return its index, 0 to 31
  /// @throws IllegalStateException if there is no room, or the process has left or was taken for
  ///   dead meanwhile
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
              + region
              + ": all "
              + MasterMap.HEADER_COUNT
              + " entries are taken; start fewer modules");
    }
    fill(index, own.get(index), name, kind);
    return index;
  }

  private int claim(int processSlot, int from) {
    for (int index = 0; index < MasterMap.HEADER_COUNT; index++) {
      long seen = entries[index].getStateVolatile();
      long claimed = word(MasterMap.REGISTRY_STATE_CLAIMED, processSlot, generation(seen) + 1);
      if (state(seen) == from && entries[index].compareAndSetState(seen, claimed)) {
        own.set(index, claimed);
        return index;
      }
    }
    return -1;
  }

  private void fill(int index, long claimed, String name, ModuleKind kind) {
    RegistryEntry.Layout entry = entries[index];
    entry.setModuleId(claimed);
    entry.setModuleHash(name.hashCode());
    entry.setVersion(MasterMap.LAYOUT_MAJOR);
    entry.setKind(kind.code());
    entry.setName(name);
    new ModuleHeader(region, index).reset();
    // pair: registered (release)
    if (!move(index, claimed, MasterMap.REGISTRY_STATE_ACTIVE)) {
      throw new IllegalStateException(
          "registry of %s: entry %d was taken back while module '%s' was entered in it, because its process has left or was taken for dead; start it again"
              .formatted(region, index, name));
    }
    changed(1);
  }

  /// Marks a module that this object has entered and that leaves in order. One that has left or was
  /// lost stays as it is, and so does another one that has got its place since.
  ///
  /// @throws IndexOutOfBoundsException if there is no such module
  public void leave(int index) {
    long claimed = own.get(index);
    long active = claimed - state(claimed) + MasterMap.REGISTRY_STATE_ACTIVE;
    if (move(index, active, MasterMap.REGISTRY_STATE_LEFT)) {
      changed(-1);
    }
  }

  private boolean move(int index, long seen, int state) {
    return entries[index].compareAndSetState(seen, seen - state(seen) + state);
  }

  /// Marks the modules of a process that has left or is proven dead. Their entries stay, so that
  /// what they did can be told; a claim that never became active is freed.
  public void lose(int processSlot) {
    for (int index = 0; index < MasterMap.REGISTRY_ENTRY_COUNT; index++) {
      long seen = entries[index].getStateVolatile();
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
      long seen = entries[index].getStateAcquire();
      ModuleState state = moduleState(seen);
      if (state != null) {
        RegisteredModule module = module(index, slot(seen), state);
        VarHandle.acquireFence(); // what was read above is not read after the next line
        boolean isWhole = entries[index].getStateVolatile() == seen;
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
    String name = entries[index].getName();
    ModuleKind kind = ModuleKind.of(entries[index].getKind());
    return new RegisteredModule(index, name, kind, slot, state);
  }

  private void changed(int delta) {
    guard.getAndAddCount(delta);
    guard.getAndAddGeneration(1);
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
