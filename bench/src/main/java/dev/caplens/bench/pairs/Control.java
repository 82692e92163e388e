package dev.caplens.bench.pairs;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;

/// What the seats of a sample tell each other beside their messages: a small file.
///
/// ```
///  0         128      256      384       512      1024 + 128 * seat
///  +---------+--------+--------+---------+--------+----------------------------+
///  | created | ready  | phase  | failed  | start  | sent, B, messages of those |
///  +---------+--------+--------+---------+--------+----------------------------+
/// ```
///
/// | word    | written by           | read by    | ordering                        |
/// |---------|----------------------|------------|---------------------------------|
/// | created | seat 0               | all others | release / acquire               |
/// | ready   | each seat adds 1     | all        | atomic add / acquire            |
/// | phase   | seat 0               | all        | release / acquire               |
/// | failed  | whoever fails        | all        | release / acquire               |
/// | start   | seat 0, before phase | senders    | plain, covered by `phase`       |
/// | sent    | a sender, at its end | seat 0     | release / acquire, 0 until then |
final class Control {

  static final int WARMING_UP = 0;
  static final int MEASURING = 1;
  static final int STOPPING = 2;

  private static final String FILE = "control";
  private static final long SIZE = 16 << 10;
  private static final long CREATED = 0;
  private static final long READY = 128;
  private static final long PHASE = 256;
  private static final long FAILED = 384;
  private static final long START = 512;
  private static final long SEATS = 1024;
  private static final long SEAT_SIZE = 128;
  private static final long SENT = 0;
  private static final long BYTES = 8;
  private static final long COUNTED = 16;

  private final Region region;
  private final long address;

  private Control(Region region) {
    this.region = region;
    this.address = region.address();
  }

  static Control create(Path folder) throws IOException {
    return new Control(Region.create(folder.resolve(FILE), SIZE));
  }

  static Control open(Path folder) throws IOException {
    return new Control(Region.open(folder.resolve(FILE), Access.READ_WRITE));
  }

  void markCreated() {
    set(CREATED, 1);
  }

  boolean isCreated() {
    return get(CREATED) != 0;
  }

  void addReady() {
    Memory.getAndAddLong(address + READY, 1);
    Reference.reachabilityFence(region);
  }

  boolean areReady(int seats) {
    return get(READY) == seats;
  }

  void start(long nanos) {
    set(START, nanos);
  }

  long start() {
    return get(START);
  }

  void phase(int phase) {
    set(PHASE, phase);
  }

  int phase() {
    return (int) get(PHASE);
  }

  void fail() {
    set(FAILED, 1);
  }

  boolean hasFailed() {
    return get(FAILED) != 0;
  }

  /// A sender has ended; `count` of its messages were sent while its heap gave out `bytes`.
  void end(int seat, long sent, long bytes, long count) {
    set(at(seat) + BYTES, bytes);
    set(at(seat) + COUNTED, count);
    set(at(seat) + SENT, sent);
  }

  /// How many messages a seat has sent in all, 0 until it has ended.
  long sent(int seat) {
    return get(at(seat) + SENT);
  }

  /// Bytes per message of a seat that has ended.
  double bytesPerMessage(int seat) {
    long count = get(at(seat) + COUNTED);
    return count == 0 ? 0 : (double) get(at(seat) + BYTES) / count;
  }

  private static long at(int seat) {
    return SEATS + seat * SEAT_SIZE;
  }

  private long get(long offset) {
    long value = Memory.getLongAcquire(address + offset);
    Reference.reachabilityFence(region);
    return value;
  }

  private void set(long offset, long value) {
    Memory.putLongRelease(address + offset, value);
    Reference.reachabilityFence(region);
  }
}
