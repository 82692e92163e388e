package dev.caplens.layout.process;

import dev.caplens.layout.map.MasterMap;

/// What a process is in its cell.
public enum ProcessRole {
  /// Owns the region: allocates in the arena, fills the inbox, reads the outbox, recovers.
  KERNEL(MasterMap.PROCESS_ROLE_KERNEL),
  /// Takes jobs and gives results.
  MODULE(MasterMap.PROCESS_ROLE_MODULE),
  /// Reads what is published.
  VIEWER(MasterMap.PROCESS_ROLE_VIEWER);

  private final int code;

  ProcessRole(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
