package dev.caplens.bridge;

import dev.caplens.bridge.linux.Memfd;
import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.core.memory.RegionSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Regions in sealed `memfd`s: their size can never change and their blocks are reserved, so that
/// no other process can make an access fault.
///
/// The descriptors stay open until [#close()], so that other processes can open the regions by
/// [#path]; what is mapped then stays mapped. Thread-safe.
public final class MemfdRegions implements RegionSource, AutoCloseable {

  private final Map<String, Memfd> files = new HashMap<>();
  private boolean isClosed;

  /// Makes a source without regions.
  public MemfdRegions() {}

  /// @throws IllegalArgumentException if the name is taken or is no name
  /// @throws IllegalStateException if this source is closed
  @Override
  public synchronized Region create(String name, long size) throws IOException {
    requireOpen();
    if (files.containsKey(RegionSource.checkName(name))) {
      throw new IllegalArgumentException("memfd region '" + name + "' exists already");
    }
    Memfd file = Memfd.create(name, size);
    try {
      Region region = Region.open(file.path(), Access.READ_WRITE, 0, size);
      files.put(name, file);
      return region;
    } catch (IOException | RuntimeException | Error failure) {
      file.close();
      throw failure;
    }
  }

  /// Where other processes of the same user open a region: `Region.open(path, access)`.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  /// @throws IllegalStateException if this source is closed
  public synchronized Path path(String name) {
    requireOpen();
    Memfd file = files.get(name);
    if (file == null) {
      throw new IllegalArgumentException("memfd region '" + name + "' was not created here");
    }
    return file.path(ProcessHandle.current().pid());
  }

  private void requireOpen() {
    if (isClosed) {
      throw new IllegalStateException("memfd regions are closed; make a new source");
    }
  }

  /// Closes the descriptors, and makes no more. Regions that are open anywhere stay.
  @Override
  public synchronized void close() {
    isClosed = true;
    files.values().forEach(Memfd::close);
    files.clear();
  }
}
