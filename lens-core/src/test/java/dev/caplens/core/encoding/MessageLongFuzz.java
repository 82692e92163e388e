package dev.caplens.core.encoding;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/// [MessageFuzzTest] for an hour, by command: `mvn verify -pl lens-core -am -Dtest=MessageLongFuzz
/// -Dsurefire.failIfNoSpecifiedTests=false`.
///
/// It leaves what it found in `lens-core/.cifuzz-corpus`, in a folder of its own name. A zip of
/// those files replaces `fuzz-corpus.zip` among the test resources, so that every later run starts
/// there.
class MessageLongFuzz {

  @MethodSource("dev.caplens.core.encoding.MessageFuzzTest#kept")
  @FuzzTest(maxDuration = "1h")
  void any_bytes_are_read_or_refused(byte[] bytes) {
    MessageFuzzTest.check(bytes);
  }
}
