package dev.caplens.layout;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.layout.arena.ArenaHeap;
import dev.caplens.layout.arena.PingPongChannel;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.process.ProcessIdentity;
import dev.caplens.layout.process.ProcessRole;
import dev.caplens.layout.process.ProcessTable;
import dev.caplens.layout.registry.Registry;
import dev.caplens.layout.signal.ControlFlags;
import dev.caplens.layout.signal.Waiter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The shared region of one cell, as one process sees it: a kernel that owns it, and the modules
/// and viewers that attach.
///
/// The file is a region from its base on; what lies before the base is a hole. Creating reserves
/// every block, so no later access fails for want of space. A cell takes a slot of the process
/// table when it is made, and leaves it in [#close()] to the kernel's next recovery.
///
/// Any thread may call any method. Memory that was mapped stays mapped for as long as anything made
/// from the cell is reachable.
public final class Cell implements AutoCloseable {

  /// How often a new file is looked for that is not under its name, about a millisecond apart.
  private static final int LOOKS = 1_000;

  private final RegionFile file;
  private final long fileSize;
  private final Region region;
  private final Superblock superblock;
  private final ControlFlags flags;
  private final ProcessTable processes;
  private final Registry registry;
  private final ArenaHeap heap;
  private final int slot;
  private final boolean isOwner;
  private boolean isClosed;
  private boolean isTruncated;

  private Cell(
      RegionFile file, Region region, ProcessRole role, Waiter waiter, @Nullable Birth birth)
      throws IOException {
    this.file = file;
    this.fileSize = file.size();
    this.region = region;
    this.superblock = new Superblock(region);
    this.flags = new ControlFlags(region, waiter);
    this.processes =
        new ProcessTable(
            region, birth == null ? superblock.bootId() : ProcessIdentity.currentBoot());
    this.registry = new Registry(region);
    this.heap = new ArenaHeap(region);
    this.slot = processes.join(role);
    this.isOwner = birth != null;
    if (birth != null) {
      RegionDirectory.write(region);
      superblock.write(birth.base, birth.tier, birth.schemaHash, ProcessIdentity.current(), slot);
    }
  }

  private record Birth(long base, Tier tier, long schemaHash) {}

  /// Makes a region and becomes its kernel.
  ///
  /// @param file where it shall stand; a region that proven-dead owners left there is replaced
  /// @param tier its size
  /// @param schemaHash tells the schemas of the records; who attaches must name the same
  /// @param waiter how this process sleeps
  /// @throws FileAlreadyExistsException if the file is in use, or is no region
  /// @throws IOException if the file cannot be made with all its blocks
  public static Cell create(Path file, Tier tier, long schemaHash, Waiter waiter)
      throws IOException {
    makeRoom(file);
    long base = MasterMap.DEFAULT_BASE;
    Region region = Region.create(file, base, tier.bytes());
    RegionFile made = openNew(file);
    try {
      Birth birth = new Birth(base, tier, schemaHash);
      Cell cell = new Cell(made, region, ProcessRole.KERNEL, waiter, birth);
      requireSame(made, cell);
      return cell;
    } catch (IOException | RuntimeException failure) {
      made.close();
      throw failure;
    }
  }

  /// Opens what was made just now. Another process that means to remove the old region may have
  /// moved the new one aside, finds that, and puts it back.
  private static RegionFile openNew(Path file) throws IOException {
    for (int look = 1; ; look++) {
      try {
        return RegionFile.open(file, Access.READ_ONLY);
      } catch (NoSuchFileException movedAside) {
        if (look == LOOKS) {
          throw movedAside;
        }
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  /// Whether the name still meant the new file when it was opened for later looks at it.
  private static void requireSame(RegionFile opened, Cell cell) throws IOException {
    long size = MasterMap.PROCESS_TABLE_OFFSET;
    Region named = opened.map(Access.READ_ONLY, MasterMap.DEFAULT_BASE, size);
    if (!new Superblock(named).uuid().equals(cell.superblock.uuid())) {
      throw new FileAlreadyExistsException(
          opened.path().toString(),
          null,
          "was replaced by another process while it was made; choose another file");
    }
  }

  private static void makeRoom(Path file) throws IOException {
    Optional<RegionFiles.State> obstacle = RegionFiles.makeRoom(file);
    if (obstacle.isPresent()) {
      throw new FileAlreadyExistsException(
          file.toString(),
          null,
          obstacle.get() == RegionFiles.State.IN_USE
              ? "is the region of a process that is not proven dead; choose another file, or end that process"
              : "exists and is no region of this version; choose another file, or remove it");
    }
  }

  /// Attaches to a region.
  ///
  /// @param file where it stands
  /// @param role what this process is in it
  /// @param schemaHash tells the schemas of the records
  /// @param waiter how this process sleeps
  /// @throws LayoutMismatch if this peer cannot work with the region; the text says what differs
  /// @throws PeerLost if its owner is proven dead
  /// @throws IOException if the file is missing, too short or cannot be mapped
  public static Cell attach(Path file, ProcessRole role, long schemaHash, Waiter waiter)
      throws IOException {
    RegionFile opened = RegionFile.open(file, Access.READ_WRITE);
    try {
      return attach(opened, role, schemaHash, waiter);
    } catch (IOException | RuntimeException | InternalError failure) {
      opened.close();
      throw failure;
    }
  }

  private static Cell attach(RegionFile file, ProcessRole role, long schemaHash, Waiter waiter)
      throws IOException {
    long base = MasterMap.DEFAULT_BASE;
    long size = (file.size() - base) & -Region.ALIGNMENT;
    if (size < Tier.LIGHT.bytes()) {
      throw new LayoutMismatch(
          "size of region %s: expected at least %d bytes from base 0x%x, got %d; it is no region, or was truncated"
              .formatted(file.path(), Tier.LIGHT.bytes(), base, Math.max(0, size)));
    }
    Region region = file.map(Access.READ_WRITE, base, size);
    Superblock superblock = new Superblock(region);
    superblock.check(base, schemaHash);
    if (superblock.owner().isProvenDead()) {
      throw ownerLost(superblock, file.path());
    }
    return new Cell(file, region, role, waiter, null);
  }

  /// The file of the region.
  public Path file() {
    return file.path();
  }

  /// The memory of the region, from its base on.
  public Region region() {
    return region;
  }

  /// What the region says about itself.
  public Superblock superblock() {
    return superblock;
  }

  /// The epochs that processes wait for.
  public ControlFlags flags() {
    return flags;
  }

  /// Who is attached.
  public ProcessTable processes() {
    return processes;
  }

  /// The modules.
  public Registry registry() {
    return registry;
  }

  /// The blocks of the arena.
  public ArenaHeap heap() {
    return heap;
  }

  /// A ping-pong channel of the arena.
  ///
  /// @throws IndexOutOfBoundsException if there is no such channel
  public PingPongChannel channel(int index) {
    return new PingPongChannel(region, index);
  }

  /// The slot of this process in the process table, 0 to 63.
  public int slot() {
    return slot;
  }

  /// Tells that this process still works.
  public void beat() {
    processes.beat(slot);
    if (isOwner) {
      superblock.beat();
    }
  }

  /// Takes back what a process that has left or is proven dead held in the tables and the arena:
  /// its waiting bits, its pin, its entries in the registry, its blocks. The kernel's part of a
  /// recovery; what it held in rings, the rings take back.
  ///
  /// @param processSlot the slot of that process
  public void forget(int processSlot) {
    flags.forget(processSlot);
    channel(0).forget(processSlot);
    registry.lose(processSlot);
    heap.freeAllOf(processSlot);
  }

  /// Checks that the region is what it was: its file has its size and its owner is not proven dead.
  ///
  /// @throws PeerLost if it is not; the text says which
  public void requireIntact() {
    long size;
    try {
      size = file.size();
    } catch (IOException failure) {
      throw new PeerLost("region " + file() + ": its size cannot be read: " + failure.getMessage());
    }
    if (size < fileSize) {
      throw new PeerLost(
          "region %s was truncated from outside: expected %d bytes, got %d; nothing in it can be trusted any more, run again"
              .formatted(file(), fileSize, size));
    }
    if (superblock.owner().isProvenDead()) {
      throw ownerLost(superblock, file.path());
    }
  }

  /// Leaves. What this process still holds in the region is given back by the kernel's next
  /// recovery, so no thread may use it any more. The file stays. Of a region that was truncated
  /// from outside there is nothing left to give back.
  @Override
  public synchronized void close() throws IOException {
    if (!isClosed) {
      isClosed = true;
      try (file;
          region) {
        isTruncated = isCutShort();
        if (!isTruncated) {
          processes.leave(slot);
        }
      }
    }
  }

  /// Whether the file is known to be shorter than the mapping.
  private boolean isCutShort() {
    try {
      return file.size() < fileSize;
    } catch (IOException unknown) {
      return false;
    }
  }

  /// Leaves and keeps the file for inspection.
  public void closeAndKeep() throws IOException {
    if (!isCutShort()) {
      superblock.markCleanShutdown();
    }
    close();
  }

  /// Leaves and removes the file, if it is still the one that was mapped.
  public void closeAndRemove() throws IOException {
    close();
    file.remove();
  }

  /// Leaves, and removes the file if nobody else is attached any more, or it was truncated: how
  /// modules part from a region whose owner is dead.
  public synchronized void closeAndRemoveIfLast() throws IOException {
    close();
    if (isTruncated || !processes.isAnyHeld(-1)) {
      file.remove();
    }
  }

  private static PeerLost ownerLost(Superblock superblock, Path file) {
    return new PeerLost(
        "region %s: its owner, process %d, is dead; start a new one"
            .formatted(file, superblock.owner().pid()));
  }
}
