package dev.caplens.codegen.generator;

import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Type;
import java.util.Optional;

/// The word that holds a union's discriminant, read once with the members that lie in it.
///
/// That makes them agree whatever another process writes meanwhile, and saves an access per member:
/// the JVM's compiler stops inlining after about 25 of them.
///
/// What starts at bit 0 is left out. An element of a list of numbers that is read as a struct may
/// end within that field, which is then absent as a whole and not in part.
final class TagWord {
  private final long tagBit;

  private TagWord(long tagBit) {
    this.tagBit = tagBit;
  }

  /// The word, if it has members beside the discriminant.
  static Optional<TagWord> of(StructShape shape) {
    TagWord word = new TagWord(shape.struct().discriminantOffset() * 16);
    return shape.hasUnion() && word.tagBit != 0 && shape.members().stream().anyMatch(word::holds)
        ? Optional.of(word)
        : Optional.empty();
  }

  /// Whether a field is read with the discriminant.
  boolean holds(Field field) {
    return field.inUnion()
        && field instanceof Field.Slot slot
        && slot.type().bits() > 0
        && bit(slot) != 0
        && bit(slot) / 64 == tagBit / 64;
  }

  /// The call that reads the word.
  String read() {
    return "getWord(" + tagBit / 64 + ")";
  }

  /// The discriminant in `word`.
  String tag() {
    return "(int) " + shifted(tagBit) + " & 0xffff";
  }

  /// A field in `word`.
  String get(Field.Slot slot, SlotForm form, TypeNames names) {
    String bits = shifted(bit(slot));
    String flip = form.flip();
    return switch (slot.type()) {
      case Type.Simple.BOOL -> "(" + bits + " & 1) " + (flip.isEmpty() ? "!= 0" : "== 0");
      case Type.Simple.INT8 -> flip.isEmpty() ? "(byte) " + bits : "(byte) (" + bits + flip + ")";
      case Type.Simple.INT16 ->
          flip.isEmpty() ? "(short) " + bits : "(short) (" + bits + flip + ")";
      case Type.Simple.INT32 -> "(int) " + bits + flip;
      case Type.Simple.UINT8 -> "(int) " + bits + " & 0xff" + flip;
      case Type.Simple.UINT32 -> bits + " & 0xffffffffL" + flip;
      case Type.Simple.FLOAT32 ->
          names.lang("Float") + ".intBitsToFloat((int) " + bits + flip + ")";
      default -> "(int) " + bits + " & 0xffff" + flip;
    };
  }

  private static String shifted(long bit) {
    return bit % 64 == 0 ? "word" : "(word >>> " + bit % 64 + ")";
  }

  private static long bit(Field.Slot slot) {
    return slot.offset() * slot.type().bits();
  }
}
