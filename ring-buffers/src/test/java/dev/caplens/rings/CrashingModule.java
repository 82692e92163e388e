package dev.caplens.rings;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.layout.Cell;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.ProcessEntry;
import dev.caplens.layout.map.RingDescriptor;
import dev.caplens.layout.map.Span;
import dev.caplens.layout.process.ProcessIdentity;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.signal.Waiter;
import java.nio.file.Files;
import java.nio.file.Path;

/// A module that works at three records whole and stops at a point of its work on the fourth, whose
/// number is 3, until it is killed. What stands between two stores of one call is reached by making
/// the first of them alone.
final class CrashingModule {

  private final Cell cell;
  private final CrashPoint point;

  private CrashingModule(Cell cell, CrashPoint point) {
    this.cell = cell;
    this.point = point;
  }

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    CrashPoint point = CrashPoint.valueOf(arguments[1]);
    if (point == CrashPoint.WHILE_ATTACHING) {
      claimProcessSlot(file);
      park(point);
    }
    Cell cell = Cell.attach(file, ProcessRole.MODULE, 1, new ParkingWaiter(point));
    CrashingModule module = new CrashingModule(cell, point);
    if (point.isConsumer()) {
      module.take();
    } else {
      module.send();
    }
    park(point);
  }

  /// As the first store of an attaching process.
  private static void claimProcessSlot(Path file) throws Exception {
    long size = Files.size(file) - MasterMap.DEFAULT_BASE;
    Region region = Region.open(file, Access.READ_WRITE, MasterMap.DEFAULT_BASE, size);
    ProcessIdentity self = ProcessIdentity.current();
    Span slot =
        new Span(
            region,
            MasterMap.PROCESS_TABLE_OFFSET + ProcessEntry.Layout.SIZE,
            ProcessEntry.Layout.SIZE);
    long word =
        MasterMap.PROCESS_STATE_LIVE
            | self.pid() << 8
            | (self.pidNamespace() & 0xffff) << 32
            | 1L << 48;
    if (!slot.compareAndSetLong(ProcessEntry.Layout.STATE_OFFSET, 0, word)) {
      throw new IllegalStateException("the second slot of the process table is not free");
    }
  }

  private void send() {
    SlotRing ring = SlotRing.outbox(cell.region(), cell.flags());
    Producer producer = ring.producer(cell.slot());
    for (int number = 0; number < 3; number++) {
      Numbers.trySend(producer, number);
    }
    if (point == CrashPoint.BEFORE_CLAIM) {
      return;
    }
    long position = ring.slots().tail();
    long claimed = Stamp.claimed(Slots.lap(position), cell.slot());
    if (point == CrashPoint.CLAIMED_BEFORE_TAIL) {
      ring.slots().moveStamp(position, ring.slots().stamp(position), claimed);
      return;
    }
    producer.tryClaim();
    if (point == CrashPoint.AFTER_CLAIM) {
      return;
    }
    boolean isHalf = point == CrashPoint.HALF_WAY_IN_THE_PAYLOAD;
    Numbers.fill(producer, 3, isHalf ? Numbers.BODY_BYTES / 2 : Numbers.BODY_BYTES);
    long lap = Slots.lap(position);
    switch (point) {
      case COMMITTED_BEFORE_SIGNAL -> {
        ring.slots().putHeader(position, Numbers.BODY_BYTES, Numbers.TYPE);
        ring.slots().moveStamp(position, claimed, Stamp.committed(lap, 0));
      }
      case COMMITTED_BEFORE_WAKE -> producer.commit(Numbers.BODY_BYTES, Numbers.TYPE);
      case ABORTED_BEFORE_SIGNAL -> ring.slots().moveStamp(position, claimed, Stamp.aborted(lap));
      default -> {} // The payload is written, and that is all.
    }
  }

  private void take() throws InterruptedException {
    SlotRing ring = SlotRing.inbox(cell.region(), cell.flags());
    Consumer consumer = ring.consumer(cell.slot());
    for (int number = 0; number < 3; number++) {
      consumer.tryTake();
      Numbers.readAndRelease(consumer);
    }
    long position = ring.slots().head();
    long lap = Slots.lap(position);
    switch (point) {
      case TAKEN_BEFORE_HEAD ->
          ring.slots()
              .moveStamp(position, Stamp.committed(lap, 0), Stamp.taken(lap, cell.slot(), 1));
      case WHILE_HOLDING -> consumer.tryTake();
      case RETURNED_BEFORE_COUNT -> {
        consumer.tryTake();
        long taken = Stamp.taken(lap, cell.slot(), 1);
        ring.slots().moveStamp(position, taken, Stamp.committed(lap, 1));
      }
      case RELEASED_BEFORE_SIGNAL -> {
        consumer.tryTake();
        ring.slots().moveStamp(position, Stamp.taken(lap, cell.slot(), 1), Stamp.free(lap + 1));
      }
      case WHILE_WAITING ->
          SlotRing.outbox(cell.region(), cell.flags()).consumer(cell.slot()).await(Long.MAX_VALUE);
      default -> {} // Nothing more is taken.
    }
  }

  private static void park(CrashPoint point) throws Exception {
    System.out.println(point);
    while (System.in.read() >= 0) {
      // The parent says nothing, and kills; when it has died itself, this is the end.
    }
    System.exit(1);
  }

  /// Stops where a process would sleep or wake another one.
  private record ParkingWaiter(CrashPoint point) implements Waiter {

    @Override
    public void await(Region region, long offset, int expected, long timeoutNanos) {
      parkHere();
    }

    @Override
    public void wake(Region region, long offset, int count) {
      if (point == CrashPoint.COMMITTED_BEFORE_WAKE
          && new Span(region, MasterMap.OUTBOX_OFFSET, MasterMap.RING_SIZE)
                  .getLongVolatile(RingDescriptor.Layout.PUBLISHED_OFFSET)
              == 4) {
        parkHere();
      }
    }

    private void parkHere() {
      try {
        park(point);
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
