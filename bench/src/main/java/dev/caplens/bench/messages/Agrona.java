package dev.caplens.bench.messages;

import java.util.List;

/// What Agrona's buffers need.
final class Agrona {

  /// The flag that Agrona 2 asks for, and the one that its authors measure with: no bounds checks.
  static final List<String> FLAGS =
      List.of(
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
          "-Dagrona.disable.bounds.checks=true");

  private Agrona() {}
}
