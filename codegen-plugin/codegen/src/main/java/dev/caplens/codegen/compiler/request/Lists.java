package dev.caplens.codegen.compiler.request;

import dev.caplens.core.message.StructBuilder;
import dev.caplens.core.message.StructList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/// Writes lists of structs.
final class Lists {

  private Lists() {}

  /// Makes a list of as many structs as there are items, and lets each be written from its item.
  static <T, B extends StructBuilder> void write(
      List<T> items, IntFunction<StructList.Builder<B>> init, BiConsumer<B, T> writer) {
    StructList.Builder<B> list = init.apply(items.size());
    for (int i = 0; i < items.size(); i++) {
      writer.accept(list.get(i), items.get(i));
    }
  }

  /// As [#write], but leaves the list null where there are no items.
  static <T, B extends StructBuilder> void writeUnlessEmpty(
      List<T> items, IntFunction<StructList.Builder<B>> init, BiConsumer<B, T> writer) {
    if (!items.isEmpty()) {
      write(items, init, writer);
    }
  }
}
