package dev.caplens.core.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/// A range of off-heap memory together with its owner.
///
/// ```
///  file:   0 ............ offset ............ offset + size
///          | not mapped  |  the region        |
///  memory:               address()            address() + size()
/// ```
///
/// The memory belongs to this object: it is given back once neither the region nor anything made
/// from it (a lens, a segment) is reachable. [#close()] is therefore logical: it refuses new lenses
/// and unmaps nothing, so that no order of calls, on any threads, can touch memory that is gone.
///
/// A mapped file must not be shrunk while it is mapped: a load, store, fill or copy behind its new
/// end throws [InternalError], at once or shortly after, and operations of the JDK with machine
/// code of their own (`MemorySegment.mismatch`, all of `java.util.zip`) as well as native calls can
/// end the JVM there; the decision record 0016 says which. [#create] reserves the blocks up front,
/// since a sparse page of a full `/dev/shm` faults on its first touch in the same way.
///
/// All methods may be called by any thread; [#close()] is seen by all at once. What stands in the
/// memory is as ordered as the accesses to it: another thread or process sees what was written
/// before a release once it has acquired the same place. Sizes and offsets are in bytes.
public final class Region implements AutoCloseable {

  /// Offsets and sizes are multiples of this many bytes, one word of the wire format.
  public static final int ALIGNMENT = 8;

  private static final int PAGE_BYTES = 4096;

  private final MemorySegment memory;
  private final Access access;
  private final String description;
  private volatile boolean closed;

  private Region(MemorySegment memory, Access access, String description) {
    this.memory = access == Access.READ_ONLY ? memory.asReadOnly() : memory;
    this.access = access;
    this.description = description;
  }

  /// Creates a file of `size` bytes and maps the whole of it. See [#create(Path, long, long)].
  ///
  /// @throws IllegalArgumentException if the size is no positive multiple of 8
  /// @throws IOException if the file exists already, or cannot be created with all its blocks
  public static Region create(Path file, long size) throws IOException {
    return create(file, 0, size);
  }

  /// Creates a file of `offset + size` bytes and maps its last `size` bytes for reading and
  /// writing.
  ///
  /// Only its owner may read or write the file. What stands before `offset` stays a hole without
  /// blocks. The blocks of the mapped part are reserved here, so that no later access can fail for
  /// want of space; if they cannot be had, the file is removed again.
  ///
  /// @param offset where the region begins in the file, a multiple of 8
  /// @param size how many bytes are mapped, a positive multiple of 8
  /// @throws IllegalArgumentException if the offset or the size is no such number
  /// @throws IOException if the file exists already, or cannot be created with all its blocks
  public static Region create(Path file, long offset, long size) throws IOException {
    checkRange(offset, size);
    try (FileChannel channel = createNew(file)) {
      try {
        Blocks.checkFree(file, size);
        Blocks.reserve(channel, offset, size);
        return map(channel, Access.READ_WRITE, offset, size, describe(file, offset, size));
      } catch (IOException failure) {
        Files.deleteIfExists(file);
        throw notCreated(file, offset, size, failure);
      }
    }
  }

  /// Maps a whole existing file. See [#open(Path, Access, long, long)].
  ///
  /// @throws IOException if the file is missing, empty, not a multiple of 8 bytes long, or cannot
  ///   be mapped
  public static Region open(Path file, Access access) throws IOException {
    try (FileChannel channel = open(file, access, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size == 0 || size % ALIGNMENT != 0) {
        throw wrongLength(file, "a positive multiple of " + ALIGNMENT + " bytes", size);
      }
      return map(channel, access, 0, size, describe(file, 0, size));
    }
  }

  /// Maps the bytes `[offset, offset + size)` of an existing file.
  ///
  /// @param offset a multiple of 8, at least 0
  /// @param size a positive multiple of 8
  /// @throws IllegalArgumentException if the offset or the size is no such number
  /// @throws IOException if the file is missing or shorter than that, or cannot be mapped
  public static Region open(Path file, Access access, long offset, long size) throws IOException {
    try (FileChannel channel = open(file, access, StandardOpenOption.READ)) {
      return open(channel, file, access, offset, size);
    }
  }

  /// Maps the bytes `[offset, offset + size)` of a file that is open: what was found out about it
  /// through the channel is true of the region, whatever happens to its name. The channel stays
  /// open and is not needed any more.
  ///
  /// @param channel open for reading, and for writing as well if the region shall be written
  /// @param file what error texts call it
  /// @param offset a multiple of 8, at least 0
  /// @param size a positive multiple of 8
  /// @throws IllegalArgumentException if the offset or the size is no such number
  /// @throws IOException if the file is shorter than that, or cannot be mapped
  public static Region open(FileChannel channel, Path file, Access access, long offset, long size)
      throws IOException {
    checkRange(offset, size);
    if (channel.size() < offset + size) {
      throw wrongLength(file, "at least " + (offset + size) + " bytes", channel.size());
    }
    return map(channel, access, offset, size, describe(file, offset, size));
  }

  /// Memory of this process alone, filled with zeros and aligned to a page of 4,096 bytes.
  ///
  /// @param size a positive multiple of 8
  /// @throws IllegalArgumentException if it is no such number
  /// @throws OutOfMemoryError if the memory cannot be had; the text names the setting
  public static Region anonymous(long size) {
    checkRange(0, size);
    String description = "anonymous region of " + size + " bytes";
    try {
      MemorySegment memory = Arena.ofAuto().allocate(size, PAGE_BYTES);
      return new Region(memory, Access.READ_WRITE, description);
    } catch (OutOfMemoryError failure) {
      throw (OutOfMemoryError)
          new OutOfMemoryError(description + ": no such memory; raise -XX:MaxDirectMemorySize")
              .initCause(failure);
    }
  }

  /// The absolute address of the first byte, a multiple of 8. It stays valid for as long as this
  /// object is reachable: whoever uses it ends with a `Reference.reachabilityFence` on the region.
  ///
  /// @throws IllegalStateException if the region is closed
  public long address() {
    requireOpen();
    return memory.address();
  }

  /// The number of bytes, at least 8.
  public long size() {
    return memory.byteSize();
  }

  /// What the memory may be used for.
  public Access access() {
    return access;
  }

  /// The memory as a segment with bounds, read-only if the region is. Its scope cannot be closed,
  /// and it keeps the memory, also behind [#close()]. Any thread may use it.
  ///
  /// @throws IllegalStateException if the region is closed
  public MemorySegment segment() {
    requireOpen();
    return memory;
  }

  /// Writes changes of a mapped file to its storage. Other processes see them without this.
  /// Anonymous and read-only regions have nothing to write.
  ///
  /// @throws java.io.UncheckedIOException if the storage fails
  public void force() {
    if (memory.isMapped() && access == Access.READ_WRITE) {
      memory.force();
    }
  }

  /// Refuses new lenses from now on. Lenses that exist go on; the memory goes with the last of
  /// them; a file stays where it is. It may be called by any thread, at any time, any number of
  /// times.
  @Override
  public void close() {
    closed = true;
  }

  /// Whether [#close()] was called.
  public boolean isClosed() {
    return closed;
  }

  /// Returns this region if a lens may be made over it.
  ///
  /// @throws IllegalStateException if the region is closed
  public Region requireOpen() {
    if (closed) {
      throw new IllegalStateException(this + " is closed; open it again to read or write it");
    }
    return this;
  }

  /// Returns this region if a lens that writes may be made over it.
  ///
  /// @throws IllegalStateException if the region is closed or read-only
  public Region requireWritable() {
    requireOpen();
    if (access == Access.READ_ONLY) {
      throw new IllegalStateException(
          this + " is read-only; open it with Access.READ_WRITE to write it");
    }
    return this;
  }

  /// The kind, the file and the range, for error texts.
  @Override
  public String toString() {
    return description;
  }

  /// Makes the file, for its owner alone where the file system knows owners.
  private static FileChannel createNew(Path file) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> owner =
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      return FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(owner));
    }
    return FileChannel.open(file, options);
  }

  private static FileChannel open(Path file, Access access, StandardOpenOption read)
      throws IOException {
    return access == Access.READ_ONLY
        ? FileChannel.open(file, read)
        : FileChannel.open(file, read, StandardOpenOption.WRITE);
  }

  private static Region map(
      FileChannel channel, Access access, long offset, long size, String description)
      throws IOException {
    MapMode mode = access == Access.READ_ONLY ? MapMode.READ_ONLY : MapMode.READ_WRITE;
    return new Region(channel.map(mode, offset, size, Arena.ofAuto()), access, description);
  }

  private static void checkRange(long offset, long size) {
    if (offset < 0 || offset % ALIGNMENT != 0) {
      throw new IllegalArgumentException(
          "offset of a region: expected a multiple of " + ALIGNMENT + " from 0, got " + offset);
    }
    if (size <= 0 || size % ALIGNMENT != 0 || offset + size < 0) {
      throw new IllegalArgumentException(
          "size of a region: expected a positive multiple of " + ALIGNMENT + ", got " + size);
    }
  }

  private static String describe(Path file, long offset, long size) {
    Objects.requireNonNull(file);
    return "region " + file + " [" + offset + ", " + (offset + size) + ")";
  }

  private static FileSystemException wrongLength(Path file, String expected, long length) {
    return new FileSystemException(
        file.toString(),
        null,
        "length of a region's file: expected " + expected + ", got " + length);
  }

  private static FileSystemException notCreated(
      Path file, long offset, long size, IOException failure) {
    FileSystemException error =
        new FileSystemException(
            file.toString(),
            null,
            "cannot reserve "
                + size
                + " bytes at "
                + offset
                + " for a region ("
                + failure.getMessage()
                + "); free space on this file system or choose a smaller size; the file was removed");
    error.initCause(failure);
    return error;
  }
}
