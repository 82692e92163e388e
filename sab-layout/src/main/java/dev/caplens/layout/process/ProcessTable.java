package dev.caplens.layout.process;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.ProcessEntry;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntConsumer;

/// Who is attached to the region: 64 slots, one per process.
///
/// ```
///  0               8       16          24           32       64
///  +---------------+-------+-----------+------------+--------+-----------+---
///  | state, pid,   | role  | start     | pid        |        | heartbeat |
///  | generation    |       | time      | namespace  |        |           |
///  +---------------+-------+-----------+------------+--------+-----------+---
/// ```
///
/// | field      | written by                    | read by  | ordering                       |
/// |------------|-------------------------------|----------|--------------------------------|
/// | state word | its process; who recovers it  | everyone | compare-and-set, pair `joined` |
/// | identity   | its process                   | everyone | plain, 0 until written         |
/// | heartbeat  | its process                   | everyone | release                        |
///
/// ```
///        join            leave, proven dead             recovered
///  FREE ------> LIVE(pid) ----------------> DEAD(pid) -----------> FREE(generation + 1 at a join)
/// ```
///
/// The pid and the low bits of its namespace are part of the state word, so a process that dies at
/// any point after its claim can be proven dead, and one in another namespace cannot. A slot is
/// given out again only after its process has left or is proven dead, and what it held is
/// recovered. Any thread may call any method; [#recover] is for the kernel alone, since two
/// recoveries of one slot could meet a successor in it.
public final class ProcessTable {

  private static final int PID_SHIFT = 8;
  private static final int NAMESPACE_SHIFT = 32;
  private static final int GENERATION_SHIFT = 48;
  private static final long PID_MASK = 0xff_ffffL;
  private static final long TAG_MASK = 0xffffL;

  private final Region region;
  private final ProcessEntry.Layout[] entries =
      new ProcessEntry.Layout[MasterMap.PROCESS_ENTRY_COUNT];
  private final UUID bootId;

  /// The words with which slots were taken here.
  private final AtomicLongArray joinedAs = new AtomicLongArray(MasterMap.PROCESS_ENTRY_COUNT);

  /// The table of a region that was made in the given boot of the machine.
  public ProcessTable(Region region, UUID bootId) {
    this.region = region;
    for (int slot = 0; slot < entries.length; slot++) {
      entries[slot] =
          ProcessEntry.Layout.at(
              region, MasterMap.PROCESS_TABLE_OFFSET + (long) slot * ProcessEntry.Layout.SIZE);
    }
    this.bootId = bootId;
  }

  /// Enters this process.
  ///
  /// @return its slot, 0 to 63
  /// @throws IllegalStateException if all slots are taken
  public int join(ProcessRole role) {
    ProcessIdentity self = ProcessIdentity.current();
    for (int slot = 0; slot < MasterMap.PROCESS_ENTRY_COUNT; slot++) {
      long seen = entries[slot].getStateVolatile();
      if (state(seen) == MasterMap.PROCESS_STATE_FREE && claim(slot, seen, self, role)) {
        return slot;
      }
    }
    throw new IllegalStateException(
        "process table of "
            + region
            + ": all "
            + MasterMap.PROCESS_ENTRY_COUNT
            + " slots are taken, "
            + waiting()
            + " of them by processes that have left and wait for the kernel's recovery; let it"
            + " recover, or end a process that is attached");
  }

  private long waiting() {
    return Arrays.stream(entries)
        .filter(entry -> state(entry.getStateVolatile()) == MasterMap.PROCESS_STATE_DEAD)
        .count();
  }

  private boolean claim(int slot, long seen, ProcessIdentity self, ProcessRole role) {
    long claimed =
        word(MasterMap.PROCESS_STATE_LIVE, self.pid(), self.pidNamespace(), generation(seen) + 1);
    // pair: joined (release)
    if (!entries[slot].compareAndSetState(seen, claimed)) {
      return false;
    }
    joinedAs.set(slot, claimed);
    entries[slot].setRole(role.code());
    entries[slot].setPidNamespace(self.pidNamespace());
    entries[slot].setStartTimeRelease(self.startTime());
    beat(slot);
    return true;
  }

  /// Tells that the process of a slot still works.
  public void beat(int slot) {
    entries[slot].setHeartbeatMillisRelease(System.currentTimeMillis());
  }

  /// Ends the use of a slot by this process. What it still holds (a claim, a record, a block of the
  /// arena) is given back by the next recovery, as if it had died, so none of its threads may touch
  /// any of that afterwards; then the slot is free. Does nothing if the slot was not taken by this
  /// object, or is another's by now.
  public void leave(int slot) {
    long joined = joinedAs.getAndSet(slot, 0);
    if (joined != 0) {
      entries[slot].compareAndSetState(joined, dead(joined));
    }
  }

  /// Whether a slot holds a process that is not proven dead.
  public boolean isHeld(int slot) {
    // pair: joined (acquire)
    long seen = entries[slot].getStateVolatile();
    return state(seen) == MasterMap.PROCESS_STATE_LIVE && !identity(slot, seen).isProvenDead();
  }

  /// Whether any slot but `exceptSlot` holds a process that is not proven dead. An `exceptSlot` of
  /// -1 leaves out none.
  public boolean isAnyHeld(int exceptSlot) {
    for (int slot = 0; slot < MasterMap.PROCESS_ENTRY_COUNT; slot++) {
      if (slot != exceptSlot && isHeld(slot)) {
        return true;
      }
    }
    return false;
  }

  /// The pid of the process that holds a slot and has not left, or 0.
  public long pid(int slot) {
    long seen = entries[slot].getStateVolatile();
    return state(seen) == MasterMap.PROCESS_STATE_LIVE ? pid(seen) : 0;
  }

  /// Finds the processes that have left or are proven dead, has what they held given back, and
  /// frees their slots. For the kernel alone. Where `holdings` throws, the slot stays marked as
  /// dead, and the next recovery takes it up again.
  ///
  /// @param holdings gives back everything that the process of a slot held
  /// @return how many there were
  public int recover(IntConsumer holdings) {
    int recovered = 0;
    for (int slot = 0; slot < MasterMap.PROCESS_ENTRY_COUNT; slot++) {
      long seen = entries[slot].getStateVolatile();
      long dead = dead(seen);
      if (isLost(slot, seen) && entries[slot].compareAndSetState(seen, dead)) {
        holdings.accept(slot);
        release(slot, dead);
        recovered++;
      }
    }
    return recovered;
  }

  private boolean isLost(int slot, long seen) {
    return state(seen) == MasterMap.PROCESS_STATE_DEAD
        || state(seen) == MasterMap.PROCESS_STATE_LIVE && identity(slot, seen).isProvenDead();
  }

  private void release(int slot, long seen) {
    entries[slot].setRole(0);
    entries[slot].setPidNamespace(0);
    entries[slot].setStartTimeRelease(0);
    entries[slot].compareAndSetState(
        seen, word(MasterMap.PROCESS_STATE_FREE, 0, 0, generation(seen)));
  }

  private ProcessIdentity identity(int slot, long seen) {
    // Until a claim has written its start time, its pid and the tag of its namespace decide.
    long startTime = entries[slot].getStartTimeAcquire();
    long own = ProcessIdentity.ownPidNamespace();
    long namespace =
        startTime == 0 && (own & TAG_MASK) == namespaceTag(seen)
            ? own
            : entries[slot].getPidNamespace();
    return new ProcessIdentity(pid(seen), startTime, namespace, bootId);
  }

  private static long dead(long word) {
    return word - state(word) + MasterMap.PROCESS_STATE_DEAD;
  }

  private static long word(int state, long pid, long namespace, long generation) {
    return state
        | (pid & PID_MASK) << PID_SHIFT
        | (namespace & TAG_MASK) << NAMESPACE_SHIFT
        | generation << GENERATION_SHIFT;
  }

  private static int state(long word) {
    return (int) word & 0xff;
  }

  private static long pid(long word) {
    return word >>> PID_SHIFT & PID_MASK;
  }

  private static long namespaceTag(long word) {
    return word >>> NAMESPACE_SHIFT & TAG_MASK;
  }

  private static long generation(long word) {
    return word >>> GENERATION_SHIFT;
  }
}
