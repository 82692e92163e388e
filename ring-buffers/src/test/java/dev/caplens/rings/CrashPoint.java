package dev.caplens.rings;

/// Where a process of the tests is killed.
enum CrashPoint {
  /// It has sent three records and begins no other.
  BEFORE_CLAIM(false, false),
  /// The stamp says that it claimed; the tail has not moved.
  CLAIMED_BEFORE_TAIL(false, false),
  AFTER_CLAIM(false, false),
  HALF_WAY_IN_THE_PAYLOAD(false, false),
  AFTER_THE_PAYLOAD(false, false),
  /// The stamp says that it committed; nobody was told.
  COMMITTED_BEFORE_SIGNAL(false, true),
  /// In the system call that wakes the consumer.
  COMMITTED_BEFORE_WAKE(false, true),
  /// The stamp says that it aborted; nobody was told.
  ABORTED_BEFORE_SIGNAL(false, false),

  /// It has taken and released three records and takes no other.
  BEFORE_TAKE(true, true),
  /// The stamp says that it took; the head has not moved.
  TAKEN_BEFORE_HEAD(true, true),
  WHILE_HOLDING(true, true),
  /// The stamp says that it gave the record back; nobody was told.
  RETURNED_BEFORE_COUNT(true, true),
  /// The stamp says that it released; nobody was told.
  RELEASED_BEFORE_SIGNAL(true, false),
  /// Asleep until something comes.
  WHILE_WAITING(true, true),
  /// The first word of its process slot is written, and no other.
  WHILE_ATTACHING(true, true);

  private final boolean isConsumer;
  private final boolean isDelivered;

  CrashPoint(boolean isConsumer, boolean isDelivered) {
    this.isConsumer = isConsumer;
    this.isDelivered = isDelivered;
  }

  boolean isConsumer() {
    return isConsumer;
  }

  /// Whether somebody else gets the record at which it is killed.
  boolean isDelivered() {
    return isDelivered;
  }

  /// How many claims a recovery has to take back.
  int aborted() {
    return switch (this) {
      case CLAIMED_BEFORE_TAIL, AFTER_CLAIM, HALF_WAY_IN_THE_PAYLOAD, AFTER_THE_PAYLOAD -> 1;
      default -> 0;
    };
  }

  /// How many records a recovery has to give back.
  int returned() {
    return switch (this) {
      case TAKEN_BEFORE_HEAD, WHILE_HOLDING -> 1;
      default -> 0;
    };
  }
}
