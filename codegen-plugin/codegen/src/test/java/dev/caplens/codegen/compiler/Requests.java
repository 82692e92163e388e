package dev.caplens.codegen.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.codegen.compiler.value.EmbeddedMessage;
import dev.caplens.codegen.compiler.value.WireList;
import dev.caplens.codegen.compiler.value.WireObject;
import dev.caplens.codegen.compiler.value.WireStruct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Requests, read without a schema and compared by what is in them.
///
/// A struct's text is that of its canonical form: trailing zero words and null pointers cut off.
final class Requests {

  /// The lists of a request, by the index of their pointer.
  enum Part {
    NODES(0, 5, 6),
    REQUESTED_FILES(1, 1, 2),
    SOURCE_INFO(3, 1, 2);

    private final int pointer;
    private final int dataWords;
    private final int pointers;

    Part(int pointer, int dataWords, int pointers) {
      this.pointer = pointer;
      this.dataWords = dataWords;
      this.pointers = pointers;
    }
  }

  /// Characters shown in front of the first difference.
  private static final int CONTEXT = 250;

  private Requests() {}

  /// Compares the parts element by element, each found by its id. Positions in the source, which
  /// only newer versions of the reference give, are left out.
  static void assertEqual(byte[] expected, byte[] actual, List<Part> parts) {
    for (Part part : parts) {
      Map<Long, String> wanted = elements(expected, part);
      Map<Long, String> found = elements(actual, part);
      wanted.forEach((id, text) -> assertSame(part, id, text, found.getOrDefault(id, "none")));
      assertEquals(wanted.keySet(), found.keySet(), () -> "ids of " + part);
    }
  }

  private static void assertSame(Part part, long id, String expected, String actual) {
    if (!expected.equals(actual)) {
      int start = Math.max(0, firstDifference(expected, actual) - CONTEXT);
      assertEquals(
          excerpt(expected, start),
          excerpt(actual, start),
          () -> part + " @0x" + Long.toHexString(id));
    }
  }

  private static int firstDifference(String a, String b) {
    int at = 0;
    while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  private static String excerpt(String text, int start) {
    return "..." + text.substring(start, Math.min(text.length(), start + 2 * CONTEXT));
  }

  private static Map<Long, String> elements(byte[] request, Part part) {
    Map<Long, String> elements = new TreeMap<>();
    WireStruct root = Objects.requireNonNull(EmbeddedMessage.read(request));
    WireList.Structs list = (WireList.Structs) Objects.requireNonNull(root.pointer(part.pointer));
    for (WireStruct element : list.elements()) {
      WireStruct known = element.resized(part.dataWords, part.pointers);
      elements.merge(known.word(0), text(withoutPositions(known, part)), (a, b) -> a + b);
    }
    // The reference has one entry without an id for all lists of parameters together; it says
    // nothing.
    elements.remove(0L);
    return elements;
  }

  private static WireStruct withoutPositions(WireStruct element, Part part) {
    if (part == Part.SOURCE_INFO && element.pointer(1) instanceof WireList.Structs members) {
      List<WireStruct> comments = new ArrayList<>();
      members.elements().forEach(member -> comments.add(member.resized(0, 1)));
      element.setPointer(1, new WireList.Structs(0, 1, comments));
    }
    return element;
  }

  /// The name of the file that was asked for.
  static String fileName(byte[] request) {
    WireStruct root = Objects.requireNonNull(EmbeddedMessage.read(request));
    WireList.Structs files = (WireList.Structs) Objects.requireNonNull(root.pointer(1));
    WireList.Primitives name =
        (WireList.Primitives) Objects.requireNonNull(files.elements().getFirst().pointer(0));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.size() - 1; i++) {
      text.append((char) name.elements()[i]);
    }
    return text.toString();
  }

  static String text(@Nullable WireObject object) {
    StringBuilder out = new StringBuilder();
    append(out, object);
    return out.toString();
  }

  private static void append(StringBuilder out, @Nullable WireObject object) {
    switch (object) {
      case null -> out.append("null");
      case WireStruct struct -> append(out, struct);
      case WireList.Primitives list -> append(out, list);
      case WireList.Pointers list -> {
        out.append("pointers[");
        list.elements().forEach(element -> append(out.append(' '), element));
        out.append(']');
      }
      case WireList.Structs list -> {
        out.append("structs[");
        list.elements().forEach(element -> append(out.append(' '), (WireObject) element));
        out.append(']');
      }
    }
  }

  private static void append(StringBuilder out, WireStruct struct) {
    int words = struct.dataWords();
    while (words > 0 && struct.word(words - 1) == 0) {
      words--;
    }
    int pointers = struct.pointerCount();
    while (pointers > 0 && struct.pointer(pointers - 1) == null) {
      pointers--;
    }
    out.append('(');
    for (int i = 0; i < words; i++) {
      out.append(Long.toHexString(struct.word(i))).append(' ');
    }
    for (int i = 0; i < pointers; i++) {
      append(out.append("->"), struct.pointer(i));
    }
    out.append(')');
  }

  private static void append(StringBuilder out, WireList.Primitives list) {
    out.append(list.bits()).append("bit[");
    for (long element : list.elements()) {
      boolean printable = list.bits() == 8 && element > ' ' && element < 0x7f;
      out.append(printable ? String.valueOf((char) element) : " " + Long.toHexString(element));
    }
    out.append(']');
  }
}
