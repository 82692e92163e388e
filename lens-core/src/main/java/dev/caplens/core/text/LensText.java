package dev.caplens.core.text;

import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.GeneratedSchema;
import dev.caplens.core.dynamic.TypeArguments;
import dev.caplens.core.message.StructReader;
import java.util.function.Supplier;

/// What the `toString` of generated lenses gives: the text format on one line. Any thread may call
/// it.
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
    return of(() -> schema.view(id, struct));
  }

  /// The text of a struct with type parameters, each value of such a type as what it is read as.
  ///
  /// @param schema the schema that the struct's class carries
  /// @param id the struct's or group's
  /// @param struct what to print
  /// @param arguments what the type parameters are read as
  public static String of(
      GeneratedSchema schema, long id, StructReader struct, TypeArguments... arguments) {
    return of(() -> schema.view(id, struct, arguments));
  }

  private static String of(Supplier<DynamicStruct.Reader> struct) {
    try {
      return TextFormat.SHORT.print(struct.get());
    } catch (RuntimeException unreadable) {
      return "(unreadable: %s)".formatted(unreadable.getMessage());
    }
  }
}
