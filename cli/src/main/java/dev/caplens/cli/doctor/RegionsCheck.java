package dev.caplens.cli.doctor;

import dev.caplens.layout.RegionFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Regions that stand in shared memory: those whose owners are proven dead are removed; those that
/// were kept on purpose are named.
final class RegionsCheck implements Check {

  private static final String NAME = "regions";

  private final RegionFiles files;

  RegionsCheck(Path folder) {
    this.files = new RegionFiles(folder);
  }

  @Override
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    try {
      for (Path removed : files.sweep()) {
        findings.add(Finding.ok(NAME, removed + " was left by dead processes and is removed"));
      }
      for (RegionFiles.Found found : files.list()) {
        findings.add(describe(found));
      }
    } catch (IOException failure) {
      String reason = "cannot be listed: " + failure.getMessage();
      findings.add(Finding.weak(NAME, reason, "see that the folder is there and readable"));
    }
    return findings.isEmpty() ? List.of(Finding.ok(NAME, "none left behind")) : findings;
  }

  private static Finding describe(RegionFiles.Found found) {
    return switch (found.state()) {
      case IN_USE -> Finding.ok(NAME, found.file() + " is in use");
      case KEPT -> Finding.weak(NAME, found.file() + " was kept on purpose", "rm " + found.file());
      case UNKNOWN ->
          Finding.weak(
              NAME,
              found.file() + " is no region of this version",
              "remove it if no other version of Caplens uses it: rm " + found.file());
      case ORPHANED ->
          Finding.weak(NAME, found.file() + " could not be removed", "rm " + found.file());
    };
  }
}
