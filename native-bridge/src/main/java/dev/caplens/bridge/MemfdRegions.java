package dev.caplens.bridge;

import dev.caplens.bridge.linux.Memfd;
import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.core.memory.RegionSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Regions in sealed `memfd`s: their size can never change and their blocks are reserved, so that
/// no other process can make an access fault.
///
/// The descriptors stay open until [#close()], so that other processes can open the regions by
/// [#path]; what is mapped then stays mapped. Thread-safe.
public final class MemfdRegions implements RegionSource, AutoCloseable {

  private final Map<String, Memfd> files = new ConcurrentHashMap<>();

  /// Makes a source without regions.
  public MemfdRegions() {}

  /// @throws IllegalArgumentException if the name is taken or is no name
  @Override
  public Region create(String name, long size) throws IOException {
    Memfd file = Memfd.create(RegionSource.checkName(name), size);
    if (files.putIfAbsent(name, file) != null) {
      file.close();
      throw new IllegalArgumentException("memfd region '" + name + "' exists already");
    }
    return Region.open(file.path(), Access.READ_WRITE, 0, size);
  }

  /// Where other processes of the same user open a region: `Region.open(path, access)`.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public Path path(String name) {
    Memfd file = files.get(name);
    if (file == null) {
      throw new IllegalArgumentException("memfd region '" + name + "' was not created here");
    }
    return file.path(ProcessHandle.current().pid());
  }

  /// Closes the descriptors. Regions that are open anywhere stay.
  @Override
  public void close() {
    files.values().forEach(Memfd::close);
    files.clear();
  }
}
