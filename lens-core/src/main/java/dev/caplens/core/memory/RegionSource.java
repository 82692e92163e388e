package dev.caplens.core.memory;

import java.io.IOException;
import java.nio.file.Path;

/// Where new regions come from, so that who needs memory need not know of what kind it is.
///
/// A module to the right adds further kinds (sealed `memfd`s). Sources may be used by any number of
/// threads.
@FunctionalInterface
public interface RegionSource {

  /// Makes a region of that size, filled with zeros, readable and writable.
  ///
  /// @param name what it is for, unique where names are shared; letters, digits, `-`, `_` and `.`
  /// @param size in bytes, a positive multiple of 8
  /// @throws IllegalArgumentException if the name or the size is no such
  /// @throws IOException if the memory cannot be had, or the name is taken where names are shared
  /// @throws OutOfMemoryError if the process has no such memory
  Region create(String name, long size) throws IOException;

  /// Memory of this process alone.
  static RegionSource anonymous() {
    return (name, size) -> {
      checkName(name);
      return Region.anonymous(size);
    };
  }

  /// Files of a folder, as in `/dev/shm`; other processes open them by their path.
  static RegionSource files(Path folder) {
    return (name, size) -> Region.create(folder.resolve(checkName(name)), size);
  }

  /// Returns the name.
  ///
  /// @throws IllegalArgumentException if it could be taken for a path, or is empty
  static String checkName(String name) {
    if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "name of a region: expected letters, digits, '-', '_' and '.', got '" + name + "'");
    }
    return name;
  }
}
