package dev.caplens.codegen.compiler.value;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list as it stands in a message.
public sealed interface WireList extends WireObject {

  int size();

  /// Elements without pointers: 0 (void), 1, 8, 16, 32 or 64 bits each, one raw value per element.
  record Primitives(int bits, long[] elements) implements WireList {

    /// A byte list, that is text without its NUL, or data.
    public static Primitives ofBytes(byte[] bytes) {
      long[] elements = new long[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        elements[i] = bytes[i] & 0xff;
      }
      return new Primitives(8, elements);
    }

    /// The bytes of text, with the NUL that ends it.
    public static Primitives ofText(byte[] bytes) {
      return ofBytes(Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Override
    public int size() {
      return elements.length;
    }
  }

  record Pointers(List<@Nullable WireObject> elements) implements WireList {

    @Override
    public int size() {
      return elements.size();
    }
  }

  /// @param dataWords of each element
  /// @param pointers of each element
  record Structs(int dataWords, int pointers, List<WireStruct> elements) implements WireList {

    @Override
    public int size() {
      return elements.size();
    }
  }
}
