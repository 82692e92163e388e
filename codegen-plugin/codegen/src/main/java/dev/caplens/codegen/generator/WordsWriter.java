package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.SchemaSet;
import dev.caplens.core.schema.Type;
import dev.caplens.core.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes the setter of all data fields of a struct, which composes whole words and stores each
/// once.
///
/// A store costs the same whatever its size, and the JVM's compiler stops inlining after about 25
/// of them, so this is the fast way to fill a struct.
final class WordsWriter {
  /// Java allows 255 words of parameters; a struct with more fields is filled one by one.
  private static final int MOST_FIELDS = 100;

  private final SchemaSet schemas;
  private final StructShape shape;
  private final TypeNames names;

  WordsWriter(SchemaSet schemas, StructShape shape, TypeNames names) {
    this.schemas = schemas;
    this.shape = shape;
    this.names = names;
  }

  /// Writes `all`, if there are at least two fields to set at once.
  void write(String self) {
    List<Field.Slot> slots = new ArrayList<>();
    for (Field field : shape.fields()) {
      if (field instanceof Field.Slot slot && !slot.inUnion() && slot.type().bits() > 0) {
        slots.add(slot);
      }
    }
    if (slots.size() < 2 || slots.size() > MOST_FIELDS) {
      return;
    }
    JavaSource out = names.out();
    out.gap().doc(doc(slots));
    String parameters =
        slots.stream()
            .map(slot -> java(slot) + " " + variable(slot))
            .collect(Collectors.joining(", "));
    out.open("public %s all(%s)", self, parameters);
    byWord(slots).forEach(this::store);
    out.line("return this;").close();
  }

  private static List<String> doc(List<Field.Slot> slots) {
    String fields = slots.stream().map(Field::name).collect(Collectors.joining("`, `", "`", "`"));
    List<String> doc = new ArrayList<>();
    doc.add("Sets " + fields + ": the fastest way, which stores whole words.");
    doc.add("Bits of those words that no field of this schema uses become zero.");
    slots.forEach(slot -> doc.add("@param %s `%s`".formatted(variable(slot), slot.name())));
    doc.add("@return this builder");
    return doc;
  }

  private String java(Field.Slot slot) {
    return SlotForm.of(slot, names).java();
  }

  private static String variable(Field.Slot slot) {
    return Identifier.member(slot.name());
  }

  private static Map<Long, List<Field.Slot>> byWord(List<Field.Slot> slots) {
    return slots.stream()
        .collect(Collectors.groupingBy(slot -> bit(slot) / 64, TreeMap::new, Collectors.toList()));
  }

  private void store(long word, List<Field.Slot> inside) {
    long kept = othersIn(shape.struct(), word, true);
    long defaults = 0;
    List<String> parts = new ArrayList<>();
    if (kept != 0) {
      parts.add("getWord(%d) & 0x%016xL".formatted(word, kept));
    }
    for (Field.Slot slot : inside) {
      long shift = bit(slot) % 64;
      defaults |= defaultBits(slot) << shift;
      parts.add(bits(slot) + (shift == 0 ? "" : " << " + shift));
    }
    // No default has bits among those that are kept, so one exclusive-or serves the whole word.
    String flip = defaults == 0 ? "" : " ^ 0x%016xL".formatted(defaults);
    store(word, parts, flip);
  }

  private void store(long word, List<String> parts, String flip) {
    JavaSource out = names.out();
    boolean group = !flip.isEmpty() && parts.size() > 1;
    String open = group ? "(" : "";
    String close = group ? ")" : "";
    String all = open + String.join(" | ", parts) + close;
    String line = "setWord(" + word + ", " + all + flip + ");";
    if (out.fits(line)) {
      out.line(line);
      return;
    }
    out.line("setWord(").deeper(2);
    if (out.fits(word + ", " + all + flip + ");")) {
      out.line(word + ", " + all + flip + ");").deeper(-2);
      return;
    }
    out.line(word + ",");
    if (out.fits(all + flip + ");")) {
      out.line(all + flip + ");").deeper(-2);
      return;
    }
    String end = flip.isEmpty() ? ");" : "";
    if (out.fits(all + end)) {
      out.line(all + end);
    } else {
      out.line(open + parts.get(0)).deeper(group ? 4 : 2);
      for (int i = 1; i < parts.size(); i++) {
        operand("| " + parts.get(i) + (i == parts.size() - 1 ? close + end : ""));
      }
      out.deeper(group ? -4 : -2);
    }
    if (!flip.isEmpty()) {
      out.deeper(2).line(flip.strip() + ");").deeper(-2);
    }
    out.deeper(-2);
  }

  /// An operand, whose shift stands on a line of its own where that is too long.
  private void operand(String text) {
    JavaSource out = names.out();
    int shift = text.lastIndexOf(" << ");
    if (out.fits(text) || shift < 0) {
      out.line(text);
    } else {
      out.line(text.substring(0, shift)).deeper(2).line(text.substring(shift + 1)).deeper(-2);
    }
  }

  private static long bit(Field.Slot slot) {
    return slot.offset() * slot.type().bits();
  }

  /// The bits of a word that fields use which are not set here: those of groups and unions.
  private long othersIn(Node.Struct struct, long word, boolean own) {
    long used = 0;
    if (struct.discriminants() > 0) {
      used |= maskIn(word, struct.discriminantOffset() * 16, 16);
    }
    for (Field field : struct.fields()) {
      switch (field) {
        case Field.Group group ->
            used |= othersIn(schemas.node(group.typeId(), Node.Struct.class), word, false);
        case Field.Slot slot when slot.type().bits() > 0 && (!own || slot.inUnion()) ->
            used |= maskIn(word, bit(slot), slot.type().bits());
        case Field.Slot slot -> {}
      }
    }
    return used;
  }

  private static long maskIn(long word, long bit, int bits) {
    return bit / 64 == word ? mask(bits) << bit % 64 : 0;
  }

  private static long mask(int bits) {
    return bits == 64 ? -1 : (1L << bits) - 1;
  }

  /// The expression of a parameter's bits, in the low end of a long.
  private String bits(Field.Slot slot) {
    String name = variable(slot);
    return switch (slot.type()) {
      case Type.EnumType named -> "(long) " + name + ".raw()";
      case Type.Simple.BOOL -> "(" + name + " ? 1L : 0L)";
      case Type.Simple.INT8 -> "(" + name + " & 0xffL)";
      case Type.Simple.INT16 -> "(" + name + " & 0xffffL)";
      case Type.Simple.INT32 -> "(" + name + " & 0xffffffffL)";
      case Type.Simple.UINT8 -> "unsigned(" + name + ", 0xffL)";
      case Type.Simple.UINT16 -> "unsigned(" + name + ", 0xffffL)";
      case Type.Simple.UINT32 -> "unsigned(" + name + ", 0xffffffffL)";
      case Type.Simple.FLOAT32 ->
          "(" + names.lang("Float") + ".floatToRawIntBits(" + name + ") & 0xffffffffL)";
      case Type.Simple.FLOAT64 -> names.lang("Double") + ".doubleToRawLongBits(" + name + ")";
      default -> name;
    };
  }

  private static long defaultBits(Field.Slot slot) {
    long bits =
        switch (slot.defaultValue()) {
          case Value.Bool bool -> bool.value() ? 1 : 0;
          case Value.Int number -> number.value();
          case Value.EnumValue number -> number.value();
          case Value.Float32 number -> number.bits();
          case Value.Float64 number -> number.bits();
          default -> 0;
        };
    return bits & mask(slot.type().bits());
  }
}
