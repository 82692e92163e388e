package dev.caplens.codegen.schema;

/// Names in the camel case of the schema language, written in other ways.
public final class CamelCase {
  private CamelCase() {}

  /// `controlFlagsOffset` as `CONTROL_FLAGS_OFFSET`, `aUUIDText` as `A_UUID_TEXT`.
  public static String upperSnake(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (i > 0 && startsWord(name, i)) {
        out.append('_');
      }
      out.append(Character.toUpperCase(name.charAt(i)));
    }
    return out.toString();
  }

  private static boolean startsWord(String name, int i) {
    char at = name.charAt(i);
    char before = name.charAt(i - 1);
    if (!Character.isUpperCase(at) || before == '_') {
      return false;
    }
    boolean nextIsLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
    return !Character.isUpperCase(before) || nextIsLower;
  }
}
