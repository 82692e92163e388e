package dev.caplens.core.text;

import dev.caplens.core.dynamic.GeneratedSchema;
import dev.caplens.core.message.StructReader;

/// What the `toString` of generated lenses gives: the text format on one line.
public final class LensText {
  private LensText() {}

  /// The text of a struct. It never throws, since debuggers and logs call it on whatever there is:
  /// where a message is damaged or too large, it says so instead.
  ///
  /// Following pointers counts against the traversal limit of the message, as any reading does.
  ///
  /// @param schema the schema that the struct's class carries
  /// @param id the struct's or group's
  /// @param struct what to print
  public static String of(GeneratedSchema schema, long id, StructReader struct) {
    try {
      return TextFormat.SHORT.print(schema.view(id, struct));
    } catch (RuntimeException unreadable) {
      return "(unreadable: %s)".formatted(unreadable.getMessage());
    }
  }
}
