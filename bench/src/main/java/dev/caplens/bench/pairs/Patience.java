package dev.caplens.bench.pairs;

/// How a seat waits: it spins, gives its core away now and then, and gives up when another seat has
/// failed or nothing has happened for too long.
///
/// It belongs to one thread.
final class Patience {

  private static final int LOOK_MASK = 0x3fff;
  private static final int YIELD_MASK = 0x3fff;
  private static final int CROWDED_YIELD_MASK = 0xf;
  private static final long LIMIT_NANOS = 20_000_000_000L;

  private final Control control;
  private final int yieldMask;
  private int spins;
  private long since;

  /// @param isCrowded whether there are more seats than cores
  Patience(Control control, boolean isCrowded) {
    this.control = control;
    this.yieldMask = isCrowded ? CROWDED_YIELD_MASK : YIELD_MASK;
  }

  /// Something has happened.
  void reset() {
    spins = 0;
  }

  /// Nothing has happened.
  ///
  /// @throws SampleOver if another seat has failed
  /// @throws BrokenSequence if nothing has happened for too long
  void idle() {
    spins++;
    if ((spins & yieldMask) == 0) {
      Thread.yield();
    } else {
      Thread.onSpinWait();
    }
    if ((spins & LOOK_MASK) == 0) {
      look();
    }
  }

  private void look() {
    if (control.hasFailed()) {
      throw new SampleOver();
    }
    long now = System.nanoTime();
    if (spins == LOOK_MASK + 1) {
      since = now;
    } else if (now - since > LIMIT_NANOS) {
      throw new BrokenSequence(
          "nothing has arrived for %d s: a message was lost, or a peer hangs"
              .formatted(LIMIT_NANOS / 1_000_000_000));
    }
  }
}
