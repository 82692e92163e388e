package dev.caplens.core.dynamic;

import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.BoolList;
import dev.caplens.core.message.ByteList;
import dev.caplens.core.message.DoubleList;
import dev.caplens.core.message.EnumList;
import dev.caplens.core.message.FloatList;
import dev.caplens.core.message.IntList;
import dev.caplens.core.message.ListLens;
import dev.caplens.core.message.LongList;
import dev.caplens.core.message.PointerList;
import dev.caplens.core.message.PointerType;
import dev.caplens.core.message.ShortList;
import dev.caplens.core.message.StructList;
import dev.caplens.core.message.VoidList;
import dev.caplens.core.schema.Type;

/// The type of a list. Immutable; equal to others with an equal element.
public final class ListSchema implements DynamicType {

  private static final PointerType<?, ?> POINTERS = PointerList.of(AnyPointer.TYPE);

  private final DynamicType element;
  private final PointerType<ListLens, ListLens> pointerType;

  private ListSchema(DynamicType element) {
    this.element = element;
    this.pointerType = lenses(element);
  }

  /// A list of such elements.
  public static ListSchema of(DynamicType element) {
    return new ListSchema(element);
  }

  /// The type of the elements.
  public DynamicType element() {
    return element;
  }

  /// How the list is read and built as it is encoded. Elements that are pointers are any pointers
  /// there.
  PointerType<ListLens, ListLens> pointerType() {
    return pointerType;
  }

  /// Whether a list of that type can stand for one of this type as it is: the elements are encoded
  /// alike.
  boolean sameForm(ListSchema other) {
    return switch (element) {
      case StructSchema struct ->
          other.element instanceof StructSchema structs && structs.id() == struct.id();
      case ListSchema list -> other.element instanceof ListSchema lists && list.sameForm(lists);
      case EnumSchema number ->
          other.element instanceof EnumSchema numbers && numbers.id() == number.id();
      case InterfaceSchema capability -> other.element instanceof InterfaceSchema;
      case Plain plain -> element.equals(other.element);
      case Any any -> other.element instanceof Any others && others.kind() == any.kind();
    };
  }

  /// Every list type reads and builds some [ListLens].
  @SuppressWarnings("unchecked")
  private static PointerType<ListLens, ListLens> lenses(DynamicType element) {
    PointerType<?, ?> type =
        switch (element) {
          case Plain plain -> lenses(plain.kind());
          case EnumSchema enumSchema -> EnumList.of(enumSchema);
          case StructSchema struct -> StructList.of(struct);
          case ListSchema list -> POINTERS;
          case InterfaceSchema interfaceSchema -> POINTERS;
          case Any any -> POINTERS;
        };
    return (PointerType<ListLens, ListLens>) type;
  }

  private static PointerType<?, ?> lenses(Type.Simple element) {
    return switch (element) {
      case VOID -> VoidList.TYPE;
      case BOOL -> BoolList.TYPE;
      case INT8, UINT8 -> ByteList.TYPE;
      case INT16, UINT16 -> ShortList.TYPE;
      case INT32, UINT32 -> IntList.TYPE;
      case INT64, UINT64 -> LongList.TYPE;
      case FLOAT32 -> FloatList.TYPE;
      case FLOAT64 -> DoubleList.TYPE;
      case TEXT, DATA -> POINTERS;
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListSchema list && element.equals(list.element);
  }

  @Override
  public int hashCode() {
    return element.hashCode() * 31 + 7;
  }

  @Override
  public String toString() {
    return "List(" + element + ")";
  }
}
