package dev.caplens.core.encoding;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// [MessageFuzzTest] for an hour, by command: `mvn verify -pl lens-core -am -Dtest=MessageLongFuzz
/// -Dsurefire.failIfNoSpecifiedTests=false`.
class MessageLongFuzz {

  @FuzzTest(maxDuration = "1h")
  void any_bytes_are_read_or_refused(byte[] bytes) {
    MessageFuzzTest.check(bytes);
  }
}
