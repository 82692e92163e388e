package dev.caplens.core.form;

import dev.caplens.core.dynamic.DynamicList;
import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicType;
import dev.caplens.core.dynamic.StructField;
import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.Data;
import dev.caplens.core.message.Text;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Where a value that is read from text goes.
public sealed interface Target {

  /// The type of the value.
  DynamicType type();

  /// Sets a number, truth value, enum or void; see [DynamicStruct.Builder#set].
  void set(@Nullable Object value);

  /// Makes a new struct, or makes a group default.
  DynamicStruct.Builder struct();

  /// Makes a new list.
  DynamicList.Builder list(int size);

  /// Makes the pointer null, to be set.
  AnyPointer.Builder pointer();

  /// Sets a text, whose bytes need not be UTF-8.
  default void text(byte[] bytes) {
    MemorySegment.copy(
        MemorySegment.ofArray(bytes),
        0,
        pointer().init(Text.TYPE, bytes.length).bytes(),
        0,
        bytes.length);
  }

  /// Sets data.
  default void data(byte[] bytes) {
    pointer().init(Data.TYPE, bytes.length).set(bytes);
  }

  /// A field of a struct or group. A member of a union becomes the active one.
  record OfField(DynamicStruct.Builder parent, StructField field) implements Target {

    @Override
    public DynamicType type() {
      return field.type();
    }

    @Override
    public void set(@Nullable Object value) {
      parent.set(field, value);
    }

    @Override
    public DynamicStruct.Builder struct() {
      return parent.initStruct(field);
    }

    @Override
    public DynamicList.Builder list(int size) {
      return parent.initList(field, size);
    }

    @Override
    public AnyPointer.Builder pointer() {
      return parent.initPointer(field);
    }
  }

  /// An element of a list.
  record OfElement(DynamicList.Builder parent, int index) implements Target {

    @Override
    public DynamicType type() {
      return parent.schema().element();
    }

    @Override
    public void set(@Nullable Object value) {
      parent.set(index, value);
    }

    @Override
    public DynamicStruct.Builder struct() {
      return parent.getStruct(index);
    }

    @Override
    public DynamicList.Builder list(int size) {
      return parent.initList(index, size);
    }

    @Override
    public AnyPointer.Builder pointer() {
      return parent.getPointer(index);
    }
  }
}
