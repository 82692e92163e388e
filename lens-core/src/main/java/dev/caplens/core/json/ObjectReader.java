package dev.caplens.core.json;

import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.StructField;
import dev.caplens.core.json.StructNames.FieldForm;
import dev.caplens.core.json.StructNames.Meaning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sets one struct, or a struct that is flattened into another, member by member.
///
/// Members that mean something only once the tag of a union is known wait until it is.
final class ObjectReader {

  private final JsonReader values;
  private final DynamicStruct.Builder target;
  private final StructNames names;
  private final Map<StructField, ObjectReader> flattened = new HashMap<>();
  private boolean tagged;

  ObjectReader(JsonReader values, DynamicStruct.Builder target, StructNames names) {
    this.values = values;
    this.target = target;
    this.names = names;
  }

  void read(List<JsonValue.Member> members) {
    List<JsonValue.Member> open = members;
    int before = open.size() + 1;
    // Each round sets at least one member, or the rest waits for a tag that is not there.
    while (!open.isEmpty() && open.size() < before) {
      before = open.size();
      List<JsonValue.Member> waiting = new ArrayList<>();
      for (JsonValue.Member member : open) {
        if (!set(member, member.name())) {
          waiting.add(member);
        }
      }
      open = waiting;
    }
  }

  /// Whether the member was set or skipped; if not, it waits.
  ///
  /// @param name the name without the prefixes of the flattened fields around this one
  private boolean set(JsonValue.Member member, String name) {
    Meaning meaning = names.byName().get(name);
    switch (meaning) {
      case null -> skip(name);
      case Meaning.Own(FieldForm form) -> values.member(member, form, target);
      case Meaning.Tag tag -> activate(member.value());
      case Meaning.Flattened(FieldForm form) -> {
        return inner(form).set(member, name.substring(form.prefix().length()));
      }
      case Meaning.TaggedValue value -> {
        FieldForm form = active();
        if (form == null) {
          return false;
        }
        values.member(member, form, target);
      }
      case Meaning.FlattenedInUnion(Map<StructField, FieldForm> members) -> {
        FieldForm form = active();
        if (form == null) {
          return false;
        }
        if (!members.containsKey(form.field())) {
          skip(name); // it belongs to another member of the union
          return true;
        }
        return inner(form).set(member, name.substring(form.prefix().length()));
      }
    }
    return true;
  }

  private void skip(String name) {
    if (values.rejectsUnknownFields()) {
      throw values.malformed(
          "expected a field of " + target.schema().name() + ", got the unknown \"" + name + "\"");
    }
  }

  /// A tag of an unknown member is skipped, as an unknown field is.
  private void activate(JsonValue tag) {
    if (!(tag instanceof JsonValue.Text text)) {
      throw values.unfit("the name of a member of the union", tag);
    }
    StructField field = names.byTag().get(text.characters());
    if (field != null) {
      target.clear(field);
      flattened.clear();
      tagged = true;
    }
  }

  private @Nullable FieldForm active() {
    return tagged
        ? target.which().map(field -> names.fields().get(field.index())).orElse(null)
        : null;
  }

  private ObjectReader inner(FieldForm form) {
    StructNames inner = form.flattened();
    if (inner == null) {
      throw new AssertionError(form + " is not flattened");
    }
    return flattened.computeIfAbsent(
        form.field(), field -> new ObjectReader(values, target.getStruct(field), inner));
  }
}
