package dev.caplens.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/// Generated code and its runtime have to fit each other.
class StructTypeTest {

  /// As a generated class makes its type.
  private static final class Type extends StructType<StructReader, StructBuilder> {

    Type(int form) {
      super(0xb2fa3d1a7e2c4f11L, "person.capnp:Person", 1, 2, form);
    }

    @Override
    protected StructReader reader(
        Segment segment, long address, int dataBytes, int pointerCount, int nesting) {
      throw new UnsupportedOperationException("nothing is read here");
    }

    @Override
    protected StructBuilder builder(
        Segment segment, long address, int dataBytes, int pointerCount) {
      throw new UnsupportedOperationException("nothing is built here");
    }
  }

  @Test
  void code_that_was_generated_for_this_runtime_is_taken() {
    assertEquals("person.capnp:Person", new Type(StructType.FORM).name());
  }

  @Test
  void code_that_was_generated_for_another_runtime_is_refused_with_what_to_do() {
    IncompatibleClassChangeError refused =
        assertThrows(IncompatibleClassChangeError.class, () -> new Type(StructType.FORM + 1));

    assertEquals(
        "person.capnp:Person: the generated code has form %d, expected form %d of this lens-core;"
                .formatted(StructType.FORM + 1, StructType.FORM)
            + " generate it again with the caplens-maven-plugin or the caplens command of the same"
            + " version, or depend on the lens-core that it was generated for",
        refused.getMessage());
  }
}
