package dev.caplens.bench.values;

/// Numbers from a seed, the same on every run and in `dice.h`: SplitMix64.
public final class Dice {

  private long state;

  /// Dice that always fall alike for one seed.
  public Dice(long seed) {
    state = seed;
  }

  /// A number from 0 to `bound` - 1.
  public int below(int bound) {
    return (int) ((next() >>> 33) % bound);
  }

  /// True once in `times`.
  public boolean oneIn(int times) {
    return below(times) == 0;
  }

  private long next() {
    state += 0x9e3779b97f4a7c15L;
    long mixed = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
