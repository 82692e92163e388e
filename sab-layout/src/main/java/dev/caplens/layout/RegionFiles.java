package dev.caplens.layout;

import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.process.ProcessIdentity;
import dev.caplens.layout.process.ProcessTable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The files in which regions live, and what is left of those whose owners are dead.
///
/// A file that is named here tells its owner by its name (boot, pid namespace, pid, start time), so
/// that even a region whose owner died while making it can be removed. Nothing is removed whose
/// owner, or any process attached to it, is not proven dead.
public final class RegionFiles {

  /// The folder of shared memory.
  public static final Path SHARED_MEMORY = Path.of("/dev/shm");

  private static final Pattern NAME =
      Pattern.compile(
          "caplens-([0-9a-f]{8})-(\\d{1,18})-(\\d{1,9})-(\\d{1,18})-\\d+(\\.over-[0-9a-f-]+)?");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Path folder;

  /// The regions in a folder.
  public RegionFiles(Path folder) {
    this.folder = folder;
  }

  /// What a file of a region says about itself.
  public enum State {
    /// Somebody uses it, or may use it: nothing proves the contrary.
    IN_USE,
    /// Its owner left in order and left the region on purpose, and nobody is attached.
    KEPT,
    /// Its owner and all others are proven dead.
    ORPHANED,
    /// It is no region that this version knows.
    UNKNOWN
  }

  /// A file and its state.
  public record Found(Path file, State state) {}

  /// A name for a new region of this process. No other process makes the same.
  public Path fresh() {
    ProcessIdentity self = ProcessIdentity.current();
    return folder.resolve(
        "caplens-%s-%d-%d-%d-%d"
            .formatted(
                bootTag(self.bootId()),
                self.pidNamespace(),
                self.pid(),
                self.startTime(),
                COUNT.getAndIncrement()));
  }

  /// All regions in the folder that this class has named, with their states.
  ///
  /// @throws IOException if the folder cannot be listed
  public List<Found> list() throws IOException {
    List<Found> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "caplens-*")) {
      for (Path file : files) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          found.add(new Found(file, state(file, isNamedOwnerDead(name))));
        }
      }
    }
    return found;
  }

  /// Removes the regions that proven-dead owners left. What cannot be removed, as another user's
  /// file in a shared folder, stays.
  ///
  /// @return the files that were removed
  /// @throws IOException if the folder cannot be listed
  public List<Path> sweep() throws IOException {
    List<Path> removed = new ArrayList<>();
    for (Found found : list()) {
      if (found.state() == State.ORPHANED && isRemoved(found.file())) {
        removed.add(found.file());
      }
    }
    return removed;
  }

  private static boolean isRemoved(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    try {
      return removeIf(Set.of(State.ORPHANED), file, name.matches() && isNamedOwnerDead(name));
    } catch (IOException notOurs) {
      return false;
    }
  }

  /// What a file is, whatever its name.
  public static State state(Path file) {
    return state(file, false);
  }

  /// Removes a region whose owner and all others are proven dead, whatever its name; another one
  /// that was made in its place meanwhile stays.
  ///
  /// @return whether it was removed here
  /// @throws IOException if it cannot be removed
  public static boolean removeIfOrphaned(Path file) throws IOException {
    return removeIf(Set.of(State.ORPHANED), file, false);
  }

  /// Makes room for a new region where nobody uses the old one.
  ///
  /// @return what is there, if it cannot be removed; empty if there is room
  static Optional<State> makeRoom(Path file) throws IOException {
    Set<State> unused = Set.of(State.ORPHANED, State.KEPT);
    while (Files.exists(file)) {
      State state = state(file);
      if (!unused.contains(state)) {
        return Files.exists(file) ? Optional.of(state) : Optional.empty();
      }
      removeIf(unused, file, false);
    }
    return Optional.empty();
  }

  /// Judges and removes one and the same file.
  private static boolean removeIf(Set<State> states, Path path, boolean isNamedOwnerDead)
      throws IOException {
    try (RegionFile file = RegionFile.open(path, Access.READ_ONLY)) {
      return states.contains(state(file, isNamedOwnerDead)) && file.remove();
    } catch (NoSuchFileException removedByAnother) {
      return false;
    }
  }

  private static State state(Path path, boolean isNamedOwnerDead) {
    try {
      if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
        return State.UNKNOWN; // a pipe or a folder is no region, whatever its name says
      }
      try (RegionFile file = RegionFile.open(path, Access.READ_ONLY)) {
        return state(file, isNamedOwnerDead);
      }
    } catch (IOException vanished) {
      return isNamedOwnerDead ? State.ORPHANED : State.UNKNOWN;
    }
  }

  private static State state(RegionFile file, boolean isNamedOwnerDead) {
    State unreadable = isNamedOwnerDead ? State.ORPHANED : State.UNKNOWN;
    try {
      if (file.size() < MasterMap.DEFAULT_BASE + Tier.LIGHT.bytes()) {
        return unreadable;
      }
      long head = MasterMap.PROCESS_TABLE_OFFSET + MasterMap.PROCESS_TABLE_SIZE;
      return state(file.map(Access.READ_ONLY, MasterMap.DEFAULT_BASE, head), unreadable);
    } catch (IOException | InternalError shrunk) {
      return unreadable;
    }
  }

  private static State state(Region region, State unreadable) {
    Superblock superblock = new Superblock(region);
    if (!superblock.isReadable()) {
      return unreadable;
    }
    ProcessTable processes = new ProcessTable(region, superblock.bootId());
    if (processes.isAnyHeld(-1)) {
      return State.IN_USE;
    }
    if (superblock.isCleanShutdown()) {
      return State.KEPT;
    }
    return superblock.owner().isProvenDead() ? State.ORPHANED : State.IN_USE;
  }

  private static boolean isNamedOwnerDead(Matcher name) {
    ProcessIdentity self = ProcessIdentity.current();
    if (Long.parseLong(name.group(2)) != self.pidNamespace()) {
      return false;
    }
    if (!name.group(1).equals(bootTag(self.bootId()))) {
      return true;
    }
    ProcessIdentity owner =
        new ProcessIdentity(
            Long.parseLong(name.group(3)),
            Long.parseLong(name.group(4)),
            Long.parseLong(name.group(2)),
            self.bootId());
    return owner.isProvenDead();
  }

  private static String bootTag(UUID bootId) {
    return bootId.toString().substring(0, 8);
  }
}
