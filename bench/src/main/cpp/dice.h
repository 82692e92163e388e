// Numbers from a seed, the same on every run and in Dice.java: SplitMix64.
#pragma once
#include <cstdint>

class Dice {
 public:
  explicit Dice(uint64_t seed) : state(seed) {}

  int below(int bound) { return static_cast<int>((next() >> 33) % static_cast<uint64_t>(bound)); }

  bool oneIn(int times) { return below(times) == 0; }

 private:
  uint64_t state;

  uint64_t next() {
    state += 0x9e3779b97f4a7c15ull;
    uint64_t mixed = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9ull;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebull;
    return mixed ^ (mixed >> 31);
  }
};
