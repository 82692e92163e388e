package dev.caplens.codegen.compiler.request;

import dev.caplens.codegen.compiler.value.WireList;
import dev.caplens.codegen.compiler.value.WireObject;
import dev.caplens.codegen.compiler.value.WireStruct;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A struct of `schema.capnp` that is being written. Offsets are in units of the field's size.
final class Draft {

  private final WireStruct struct;

  Draft(int dataWords, int pointers) {
    this.struct = new WireStruct(dataWords, pointers);
  }

  WireStruct struct() {
    return struct;
  }

  Draft bit(int offset, boolean value) {
    struct.setBits(offset, 1, value ? 1 : 0);
    return this;
  }

  Draft u8(int offset, int value) {
    struct.setBits(offset, 8, value);
    return this;
  }

  Draft u16(int offset, int value) {
    struct.setBits(offset, 16, value);
    return this;
  }

  Draft u32(int offset, int value) {
    struct.setBits(offset, 32, value);
    return this;
  }

  Draft u64(int offset, long value) {
    struct.setWord(offset, value);
    return this;
  }

  Draft text(int index, @Nullable String text) {
    if (text != null) {
      struct.setPointer(index, WireList.Primitives.ofText(text.getBytes(StandardCharsets.UTF_8)));
    }
    return this;
  }

  Draft pointer(int index, @Nullable WireObject target) {
    struct.setPointer(index, target);
    return this;
  }

  /// A list of structs, each as `draft` makes it; never null, even where it is empty.
  <T> Draft list(int index, int dataWords, int pointers, List<T> items, Function<T, Draft> draft) {
    List<WireStruct> structs = items.stream().map(item -> draft.apply(item).struct).toList();
    struct.setPointer(index, new WireList.Structs(dataWords, pointers, structs));
    return this;
  }

  /// As [#list], but null where it is empty.
  <T> Draft listUnlessEmpty(
      int index, int dataWords, int pointers, List<T> items, Function<T, Draft> draft) {
    return items.isEmpty() ? this : list(index, dataWords, pointers, items, draft);
  }
}
