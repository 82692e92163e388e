package dev.caplens.layout.map;

import dev.caplens.core.dynamic.GeneratedSchema;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.Type;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A struct of the map: where Java's generated lens has its fields, and of which types the schema
/// says they are.
///
/// @param name as in the schema
/// @param size in bytes
record RegionStruct(String name, int size, List<Word> fields) {

  /// A field.
  ///
  /// @param offset in bytes from the start of the struct
  /// @param length how many elements it has, 0 if it is one value
  record Word(String name, Type type, int offset, int length) {

    @Override
    public String toString() {
      return name + ":" + schemaName() + "@" + offset + (length == 0 ? "" : "[" + length + "]");
    }

    private String schemaName() {
      return type instanceof Type.ListOf list
          ? "List(" + ((Type.Simple) list.element()).schemaName() + ")"
          : ((Type.Simple) type).schemaName();
    }

    int bytes() {
      Type unit = type instanceof Type.ListOf list ? list.element() : type;
      return Math.max(1, length) * Math.max(1, unit.bits() / 8); // Text and Data are of bytes
    }
  }

  /// Every struct for which a lens was generated.
  static List<RegionStruct> all()
      throws IOException, URISyntaxException, ReflectiveOperationException {
    String suffix = "$Layout.class";
    Path classes = Path.of(MasterMap.class.getResource("MasterMap.class").toURI()).getParent();
    List<String> names;
    try (Stream<Path> files = Files.list(classes)) {
      names =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(suffix))
              .map(file -> file.substring(0, file.length() - suffix.length()))
              .sorted()
              .toList();
    }
    List<RegionStruct> structs = new ArrayList<>();
    for (String name : names) {
      structs.add(of(name));
    }
    return structs;
  }

  private static RegionStruct of(String name) throws ReflectiveOperationException {
    String type = MasterMap.class.getPackageName() + "." + name;
    Class<?> layout = Class.forName(type + "$Layout");
    GeneratedSchema schema =
        (GeneratedSchema) Class.forName(type + "$Reflection").getField("SCHEMA").get(null);
    List<Word> fields = new ArrayList<>();
    for (Field field : schema.schemas().named(name, Node.Struct.class).fields()) {
      Field.Slot slot = (Field.Slot) field;
      String constant = upper(slot.name());
      int length = slot.type().pointer() ? number(layout, constant + "_LENGTH") : 0;
      fields.add(new Word(slot.name(), slot.type(), number(layout, constant + "_OFFSET"), length));
    }
    return new RegionStruct(name, number(layout, "SIZE"), fields);
  }

  private static int number(Class<?> layout, String constant) throws ReflectiveOperationException {
    return layout.getField(constant).getInt(null);
  }

  /// What the exporters call the places, without a prefix, and where they are.
  Map<String, Integer> constants() {
    Map<String, Integer> constants = new TreeMap<>(Map.of(upper(name) + "_SIZE", size));
    for (Word field : fields) {
      String constant = upper(name) + "_" + upper(field.name());
      constants.put(constant + "_OFFSET", field.offset());
      if (field.length() > 0) {
        constants.put(constant + "_LENGTH", field.length());
      }
    }
    return constants;
  }

  private static String upper(String name) {
    return name.replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  /// A line per field: the struct, its bytes, the field, where it begins, its bytes.
  List<String> places() {
    return fields.stream()
        .map(f -> "%s %d %s %d %d".formatted(name, size, f.name(), f.offset(), f.bytes()))
        .toList();
  }

  @Override
  public String toString() {
    return fields.stream()
        .map(Word::toString)
        .collect(Collectors.joining(" ", name + "(" + size + ") ", ""));
  }
}
