package dev.caplens.core.text;

import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.form.Decimals;
import dev.caplens.core.form.Layout;
import dev.caplens.core.message.AnyList;
import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.BoolList;
import dev.caplens.core.message.ByteList;
import dev.caplens.core.message.Capability;
import dev.caplens.core.message.Data;
import dev.caplens.core.message.DoubleList;
import dev.caplens.core.message.EnumList;
import dev.caplens.core.message.FloatList;
import dev.caplens.core.message.IntList;
import dev.caplens.core.message.ListLens;
import dev.caplens.core.message.LongList;
import dev.caplens.core.message.PointerList;
import dev.caplens.core.message.ShortList;
import dev.caplens.core.message.StructList;
import dev.caplens.core.message.StructReader;
import dev.caplens.core.message.Text;
import java.io.IOException;

/// Prints what a generated lens reads a type parameter as: the lens knows the value's type, the
/// schema at hand does not.
///
/// A generated struct prints itself, with the schema that its own class carries. Numbers are signed
/// and enums are numbers, since a lens of a list knows no more.
final class ArgumentPrinter {
  private static final String OPAQUE = "<opaque pointer>";

  private final TextPrinter printer;
  private final Layout out;

  ArgumentPrinter(TextPrinter printer, Layout out) {
    this.printer = printer;
    this.out = out;
  }

  /// Prints what a pointer is read as.
  ///
  /// @param prefixed whether the name of a field stands before the value
  void print(Object lens, boolean prefixed) throws IOException {
    switch (lens) {
      case Text.Reader text -> printer.print(new DynamicValue.Text(text), prefixed);
      case Data.Reader data -> printer.print(new DynamicValue.Data(data), prefixed);
      case DynamicStruct.Reader struct -> printer.print(struct, prefixed);
      case AnyStruct.Reader any -> out.put(OPAQUE);
      case StructReader struct -> out.put(struct.toString());
      case AnyList.Reader any -> out.put(OPAQUE);
      case ListLens list -> list(list, prefixed);
      case Capability capability -> out.put("<external capability>");
      case AnyPointer.Reader any -> out.put(OPAQUE);
      default -> throw new AssertionError(lens.getClass() + " is no lens of a pointer");
    }
  }

  private void list(ListLens list, boolean prefixed) throws IOException {
    printer.openList(prefixed);
    for (int i = 0; i < list.size(); i++) {
      out.next();
      element(list, i);
    }
    out.close(']');
  }

  private void element(ListLens list, int index) throws IOException {
    switch (list) {
      case StructList.Reader<?> structs -> print(structs.get(index), false);
      case PointerList.Reader<?> pointers -> print(pointers.get(index), false);
      case BoolList.Reader truths -> out.put(truths.get(index) ? "true" : "false");
      case ByteList.Reader numbers -> out.put(Integer.toString(numbers.get(index)));
      case ShortList.Reader numbers -> out.put(Integer.toString(numbers.get(index)));
      case IntList.Reader numbers -> out.put(Integer.toString(numbers.get(index)));
      case LongList.Reader numbers -> out.put(Long.toString(numbers.get(index)));
      case FloatList.Reader numbers -> out.put(Decimals.of(numbers.get(index)));
      case DoubleList.Reader numbers -> out.put(Decimals.of(numbers.get(index)));
      case EnumList.Reader<?> numbers -> out.put(Integer.toString(numbers.getRaw(index)));
      default -> out.put("void");
    }
  }
}
