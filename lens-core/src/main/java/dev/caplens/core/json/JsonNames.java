package dev.caplens.core.json;

import dev.caplens.core.dynamic.EnumSchema;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.schema.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The names that structs and enums have in JSON, each worked out once, when it is first met. For
/// any number of threads.
final class JsonNames {

  private final ConcurrentMap<StructSchema, StructNames> structs = new ConcurrentHashMap<>();
  private final ConcurrentMap<EnumSchema, EnumNames> enums = new ConcurrentHashMap<>();

  /// The names of an enum's values.
  ///
  /// @param byNumber the place is the number
  record EnumNames(List<String> byNumber, Map<String, Integer> byName) {}

  StructNames of(StructSchema schema) {
    return of(schema, new HashSet<>());
  }

  /// @param open the structs that are being worked out, since flattened ones need theirs
  private StructNames of(StructSchema schema, Set<StructSchema> open) {
    StructNames known = structs.get(schema);
    if (known != null) {
      return known;
    }
    if (!open.add(schema)) {
      throw new NoJsonForm(schema.name() + ": flattened into itself by $Json.flatten");
    }
    StructNames made = StructNames.of(schema, inner -> of(inner, open));
    open.remove(schema);
    structs.put(schema, made);
    return made;
  }

  EnumNames of(EnumSchema schema) {
    return enums.computeIfAbsent(schema, JsonNames::make);
  }

  private static EnumNames make(EnumSchema schema) {
    List<String> byNumber = new ArrayList<>();
    Map<String, Integer> byName = new HashMap<>();
    for (Node.Enumerant enumerant : schema.enumerants()) {
      String name =
          JsonAnnotations.name(enumerant.member().annotations(), enumerant.member().name());
      if (byName.put(name, byNumber.size()) != null) {
        throw new NoJsonForm(
            schema.name() + ": two enumerants have the name \"" + name + "\" in JSON");
      }
      byNumber.add(name);
    }
    return new EnumNames(List.copyOf(byNumber), Map.copyOf(byName));
  }
}
