package dev.caplens.layout;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Superblock.Layout;
import dev.caplens.layout.process.ProcessIdentity;
import java.nio.ByteBuffer;
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

  private final Layout block;

  Superblock(Region region) {
    this.block = Layout.at(region, MasterMap.SUPERBLOCK_OFFSET);
  }

  void write(long base, Tier tier, long schemaHash, ProcessIdentity owner, int ownerSlot) {
    putState(MasterMap.REGION_STATE_CREATING);
    block.setMagic(MasterMap.SUPERBLOCK_MAGIC_VALUE);
    block.setMajor(MasterMap.LAYOUT_MAJOR);
    block.setMinor(MasterMap.LAYOUT_MINOR);
    block.setByteOrder((int) MasterMap.SUPERBLOCK_BYTE_ORDER_VALUE);
    block.setLayoutHash(MasterMap.LAYOUT_HASH);
    block.setSchemaHash(schemaHash);
    block.setBase(base);
    block.setRegionSize(tier.bytes());
    block.setTier(tier.ordinal());
    block.setArenaOffset(MasterMap.ARENA_OFFSET);
    block.setArenaSize(tier.bytes() - MasterMap.ARENA_OFFSET);
    block.setUuid(bytes(UUID.randomUUID()));
    block.setBootId(bytes(owner.bootId()));
    block.setPidNamespace(owner.pidNamespace());
    block.setCreatedMillis(System.currentTimeMillis());
    block.setOwnerPid((int) owner.pid());
    block.setOwnerSlot(ownerSlot);
    block.setOwnerStartTime(owner.startTime());
    block.setFencingToken(1);
    beat();
    putState(MasterMap.REGION_STATE_READY);
  }

  /// Checks that this peer can work with the region.
  ///
  /// @throws LayoutMismatch with the first field that differs
  void check(long base, long schemaHash) {
    expect("magic", MasterMap.SUPERBLOCK_MAGIC_VALUE, block.getMagic());
    // pair: ready (acquire)
    int state = (int) block.getStateAcquire() & 0xff;
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
        Integer.toUnsignedLong(block.getByteOrder()));
    expect("major version", MasterMap.LAYOUT_MAJOR, block.getMajor());
    expect("layout hash", MasterMap.LAYOUT_HASH, block.getLayoutHash());
    expect("base", base, block.getBase());
    expect("size", block.region().size(), block.getRegionSize());
    expect("schema hash", schemaHash, block.getSchemaHash());
  }

  /// Whether there is a complete superblock of this map's version, whatever its schemas. One that
  /// is still being written tells nothing, above all not that its owner is dead.
  boolean isReadable() {
    // pair: ready (acquire)
    int state = (int) block.getStateAcquire() & 0xff;
    boolean isComplete =
        state == MasterMap.REGION_STATE_READY || state == MasterMap.REGION_STATE_CLOSING;
    return isComplete
        && block.getMagic() == MasterMap.SUPERBLOCK_MAGIC_VALUE
        && block.getLayoutHash() == MasterMap.LAYOUT_HASH;
  }

  /// The process that owns the region.
  public ProcessIdentity owner() {
    return new ProcessIdentity(
        Integer.toUnsignedLong(block.getOwnerPid()),
        block.getOwnerStartTime(),
        block.getPidNamespace(),
        bootId());
  }

  /// The boot of the machine in which the region was made.
  public UUID bootId() {
    return uuid(block.getBootId());
  }

  /// The identity of this region.
  public UUID uuid() {
    return uuid(block.getUuid());
  }

  /// Tells that the owner still looks after the region.
  void beat() {
    block.setHeartbeatMillisRelease(System.currentTimeMillis());
  }

  /// Marks that the owner left in order, on purpose leaving the region.
  void markCleanShutdown() {
    block.setCleanShutdownRelease(1);
    putState(MasterMap.REGION_STATE_CLOSING);
  }

  /// Whether the owner left in order.
  public boolean isCleanShutdown() {
    return block.getCleanShutdownAcquire() == 1;
  }

  private void putState(int state) {
    long generation = (block.getStateAcquire() >>> GENERATION_SHIFT) + 1;
    // pair: ready (release)
    block.setStateRelease(generation << GENERATION_SHIFT | state);
  }

  private static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
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
