package dev.caplens.layout;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Span;
import dev.caplens.layout.process.ProcessIdentity;
import java.util.UUID;

/// The superblock: what the region is, who owns it, and whether it is complete.
///
/// ```
///  0       8     10    12        16          24          32    40    48    56     64
///  +-------+-----+-----+---------+-----------+-----------+-----+-----+-----+------+------+
///  | magic |major|minor|byte     | layout    | schema    |base |size |tier |arena |arena |
///  |       |     |     |order    | hash      | hash      |     |     |     |offset|size  |
///  +-------+-----+-----+---------+-----------+-----------+-----+-----+-----+------+------+
///  72      88         104             112        128     136   140   144     152
///  +-------+----------+---------------+----------+-------+-----+-----+-------+---------+
///  | uuid  | boot id  | pid namespace | created  | state | pid | slot| start | fencing |
///  +-------+----------+---------------+----------+-------+-----+-----+-------+---------+
///  256                        384
///  +-------------------+      +-------------------+
///  | owner's heartbeat |      | clean shutdown    |
///  +-------------------+      +-------------------+
/// ```
///
/// The owner writes everything and then the state with release; who attaches reads the state with
/// acquire first and then the rest (pair `ready`). Nothing but state, heartbeat and shutdown mark
/// changes later. Any thread may call any method.
public final class Superblock {

  private static final int GENERATION_SHIFT = 32;

  private final Span block;

  Superblock(Region region) {
    this.block = new Span(region, MasterMap.SUPERBLOCK_OFFSET, MasterMap.SUPERBLOCK_SIZE);
  }

  void write(long base, Tier tier, long schemaHash, ProcessIdentity owner, int ownerSlot) {
    putState(MasterMap.REGION_STATE_CREATING);
    block.putLong(MasterMap.SUPERBLOCK_MAGIC, MasterMap.SUPERBLOCK_MAGIC_VALUE);
    block.putShort(MasterMap.SUPERBLOCK_MAJOR, MasterMap.LAYOUT_MAJOR);
    block.putShort(MasterMap.SUPERBLOCK_MINOR, MasterMap.LAYOUT_MINOR);
    block.putInt(MasterMap.SUPERBLOCK_BYTE_ORDER, (int) MasterMap.SUPERBLOCK_BYTE_ORDER_VALUE);
    block.putLong(MasterMap.SUPERBLOCK_LAYOUT_HASH, MasterMap.LAYOUT_HASH);
    block.putLong(MasterMap.SUPERBLOCK_SCHEMA_HASH, schemaHash);
    block.putLong(MasterMap.SUPERBLOCK_BASE, base);
    block.putLong(MasterMap.SUPERBLOCK_REGION_SIZE, tier.bytes());
    block.putInt(MasterMap.SUPERBLOCK_TIER, tier.ordinal());
    block.putLong(MasterMap.SUPERBLOCK_ARENA_OFFSET, MasterMap.ARENA_OFFSET);
    block.putLong(MasterMap.SUPERBLOCK_ARENA_SIZE, tier.bytes() - MasterMap.ARENA_OFFSET);
    putUuid(MasterMap.SUPERBLOCK_UUID, UUID.randomUUID());
    putUuid(MasterMap.SUPERBLOCK_BOOT_ID, owner.bootId());
    block.putLong(MasterMap.SUPERBLOCK_PID_NAMESPACE, owner.pidNamespace());
    block.putLong(MasterMap.SUPERBLOCK_CREATED_MILLIS, System.currentTimeMillis());
    block.putInt(MasterMap.SUPERBLOCK_OWNER_PID, (int) owner.pid());
    block.putInt(MasterMap.SUPERBLOCK_OWNER_SLOT, ownerSlot);
    block.putLong(MasterMap.SUPERBLOCK_OWNER_START_TIME, owner.startTime());
    block.putLong(MasterMap.SUPERBLOCK_FENCING_TOKEN, 1);
    beat();
    putState(MasterMap.REGION_STATE_READY);
  }

  /// Checks that this peer can work with the region.
  ///
  /// @throws LayoutMismatch with the first field that differs
  void check(long base, long schemaHash) {
    expect("magic", MasterMap.SUPERBLOCK_MAGIC_VALUE, block.getLong(MasterMap.SUPERBLOCK_MAGIC));
    // pair: ready (acquire)
    int state = (int) block.getLongAcquire(MasterMap.SUPERBLOCK_STATE) & 0xff;
    if (state != MasterMap.REGION_STATE_READY) {
      throw mismatch(
          "state",
          Integer.toString(MasterMap.REGION_STATE_READY) + " (ready)",
          Integer.toString(state),
          "attach after its owner has made it, and before its owner leaves");
    }
    expect(
        "byte order",
        MasterMap.SUPERBLOCK_BYTE_ORDER_VALUE,
        Integer.toUnsignedLong(block.getInt(MasterMap.SUPERBLOCK_BYTE_ORDER)));
    expect("major version", MasterMap.LAYOUT_MAJOR, block.getShort(MasterMap.SUPERBLOCK_MAJOR));
    expect("layout hash", MasterMap.LAYOUT_HASH, block.getLong(MasterMap.SUPERBLOCK_LAYOUT_HASH));
    expect("base", base, block.getLong(MasterMap.SUPERBLOCK_BASE));
    expect("size", block.region().size(), block.getLong(MasterMap.SUPERBLOCK_REGION_SIZE));
    expect("schema hash", schemaHash, block.getLong(MasterMap.SUPERBLOCK_SCHEMA_HASH));
  }

  /// Whether there is a complete superblock of this map's version, whatever its schemas. One that
  /// is still being written tells nothing, above all not that its owner is dead.
  boolean isReadable() {
    // pair: ready (acquire)
    int state = (int) block.getLongAcquire(MasterMap.SUPERBLOCK_STATE) & 0xff;
    boolean isComplete =
        state == MasterMap.REGION_STATE_READY || state == MasterMap.REGION_STATE_CLOSING;
    return isComplete
        && block.getLong(MasterMap.SUPERBLOCK_MAGIC) == MasterMap.SUPERBLOCK_MAGIC_VALUE
        && block.getLong(MasterMap.SUPERBLOCK_LAYOUT_HASH) == MasterMap.LAYOUT_HASH;
  }

  /// The process that owns the region.
  public ProcessIdentity owner() {
    return new ProcessIdentity(
        Integer.toUnsignedLong(block.getInt(MasterMap.SUPERBLOCK_OWNER_PID)),
        block.getLong(MasterMap.SUPERBLOCK_OWNER_START_TIME),
        block.getLong(MasterMap.SUPERBLOCK_PID_NAMESPACE),
        bootId());
  }

  /// The boot of the machine in which the region was made.
  public UUID bootId() {
    return getUuid(MasterMap.SUPERBLOCK_BOOT_ID);
  }

  /// The identity of this region.
  public UUID uuid() {
    return getUuid(MasterMap.SUPERBLOCK_UUID);
  }

  /// Tells that the owner still looks after the region.
  void beat() {
    block.putLongRelease(MasterMap.SUPERBLOCK_HEARTBEAT_MILLIS, System.currentTimeMillis());
  }

  /// Marks that the owner left in order, on purpose leaving the region.
  void markCleanShutdown() {
    block.putLongRelease(MasterMap.SUPERBLOCK_CLEAN_SHUTDOWN, 1);
    putState(MasterMap.REGION_STATE_CLOSING);
  }

  /// Whether the owner left in order.
  public boolean isCleanShutdown() {
    return block.getLongAcquire(MasterMap.SUPERBLOCK_CLEAN_SHUTDOWN) == 1;
  }

  private void putState(int state) {
    long generation = (block.getLongAcquire(MasterMap.SUPERBLOCK_STATE) >>> GENERATION_SHIFT) + 1;
    // pair: ready (release)
    block.putLongRelease(MasterMap.SUPERBLOCK_STATE, generation << GENERATION_SHIFT | state);
  }

  private void putUuid(long field, UUID uuid) {
    block.putLong(field, Long.reverseBytes(uuid.getMostSignificantBits()));
    block.putLong(field + Long.BYTES, Long.reverseBytes(uuid.getLeastSignificantBits()));
  }

  private UUID getUuid(long field) {
    return new UUID(
        Long.reverseBytes(block.getLong(field)),
        Long.reverseBytes(block.getLong(field + Long.BYTES)));
  }

  private void expect(String field, long expected, long got) {
    if (expected != got) {
      throw mismatch(
          field,
          "0x" + Long.toHexString(expected),
          "0x" + Long.toHexString(got),
          "run the same version of Caplens, with the same schemas, on both sides");
    }
  }

  private LayoutMismatch mismatch(String field, String expected, String got, String remedy) {
    return new LayoutMismatch(
        "%s of the superblock of %s: expected %s, got %s; %s"
            .formatted(field, block.region(), expected, got, remedy));
  }
}
