package dev.caplens.rings;

import dev.caplens.layout.map.MasterMap;

/// The word that says what a slot is: one u64 per slot, outside the slot's payload.
///
/// ```
///  63                            24      16       8       0
///  +-----------------------------+-------+-------+-------+
///  | lap                         | deliv.| owner | state |
///  +-----------------------------+-------+-------+-------+
/// ```
///
/// ```
///            claim             commit               take               release
///  FREE(lap) -----> CLAIMED(lap) -----> COMMITTED(lap) -----> TAKEN(lap) -----> FREE(lap + 1)
///                      |                    ^                    |
///                      | abort, recover     +--------------------+ give back, recover
///                      v
///                   ABORTED(lap) -- skipped by a consumer --> FREE(lap + 1)
/// ```
///
/// Every arrow is a compare-and-set, so whoever was taken for dead and comes back changes nothing.
/// The lap is the position divided by the number of slots, modulo 2^40; the owner is a process
/// slot.
final class Stamp {

  private static final long LAP_MASK = -1L >>> MasterMap.STAMP_LAP_SHIFT;
  private static final int BYTE_MASK = 0xff;

  static final int MAX_DELIVERIES = BYTE_MASK;

  private Stamp() {}

  static long free(long lap) {
    return of(MasterMap.STAMP_STATE_FREE, 0, 0, lap);
  }

  static long claimed(long lap, int owner) {
    return of(MasterMap.STAMP_STATE_CLAIMED, owner, 0, lap);
  }

  static long committed(long lap, int deliveries) {
    return of(MasterMap.STAMP_STATE_COMMITTED, 0, deliveries, lap);
  }

  static long taken(long lap, int owner, int deliveries) {
    return of(MasterMap.STAMP_STATE_TAKEN, owner, deliveries, lap);
  }

  static long aborted(long lap) {
    return of(MasterMap.STAMP_STATE_ABORTED, 0, 0, lap);
  }

  static int state(long stamp) {
    return (int) stamp & BYTE_MASK;
  }

  static int owner(long stamp) {
    return (int) (stamp >>> MasterMap.STAMP_OWNER_SHIFT) & BYTE_MASK;
  }

  static int deliveries(long stamp) {
    return (int) (stamp >>> MasterMap.STAMP_DELIVERIES_SHIFT) & BYTE_MASK;
  }

  static long lap(long stamp) {
    return stamp >>> MasterMap.STAMP_LAP_SHIFT;
  }

  static boolean isClaimedBy(long stamp, int owner) {
    return state(stamp) == MasterMap.STAMP_STATE_CLAIMED && owner(stamp) == owner;
  }

  static boolean isTakenBy(long stamp, int owner) {
    return state(stamp) == MasterMap.STAMP_STATE_TAKEN && owner(stamp) == owner;
  }

  /// Whether it is that of a record which was given back, to be delivered again.
  static boolean isReturned(long stamp) {
    return state(stamp) == MasterMap.STAMP_STATE_COMMITTED && deliveries(stamp) > 0;
  }

  static boolean isHeldOrReturned(long stamp) {
    return state(stamp) == MasterMap.STAMP_STATE_TAKEN || isReturned(stamp);
  }

  /// Whether somebody has yet to do something with its slot, other than to skip it.
  static boolean isInUse(long stamp) {
    return state(stamp) != MasterMap.STAMP_STATE_FREE
        && state(stamp) != MasterMap.STAMP_STATE_ABORTED;
  }

  /// How many laps the stamp is ahead of `lap`: 0, 1, -1 while everybody keeps the rules.
  static long lapsAhead(long stamp, long lap) {
    long difference = lap(stamp) - (lap & LAP_MASK) & LAP_MASK;
    return difference > LAP_MASK >>> 1 ? difference - LAP_MASK - 1 : difference;
  }

  private static long of(int state, int owner, int deliveries, long lap) {
    return state
        | (long) owner << MasterMap.STAMP_OWNER_SHIFT
        | (long) Math.min(deliveries, BYTE_MASK) << MasterMap.STAMP_DELIVERIES_SHIFT
        | lap << MasterMap.STAMP_LAP_SHIFT;
  }
}
