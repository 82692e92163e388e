package dev.caplens.cli.doctor;

/// What the doctor found about one thing.
///
/// @param name what was looked at
/// @param state how it is
/// @param detail what was found, in a few words
/// @param remedy what to do; empty where nothing needs doing
record Finding(String name, State state, String detail, String remedy) {
  /// How a thing is.
  enum State {
    /// It is there and works.
    OK,
    /// It is missing or weak, and something that not everybody needs does not work.
    WEAK,
    /// It is missing, and Caplens does not work without it.
    BROKEN
  }

  static Finding ok(String name, String detail) {
    return new Finding(name, State.OK, detail, "");
  }

  static Finding weak(String name, String detail, String remedy) {
    return new Finding(name, State.WEAK, detail, remedy);
  }

  static Finding broken(String name, String detail, String remedy) {
    return new Finding(name, State.BROKEN, detail, remedy);
  }
}
