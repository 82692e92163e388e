package dev.caplens.core.json;

import dev.caplens.core.dynamic.DynamicStruct;
import dev.caplens.core.dynamic.DynamicType;
import dev.caplens.core.dynamic.DynamicValue;
import dev.caplens.core.dynamic.StructField;
import dev.caplens.core.json.StructNames.FieldForm;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The members of the object that a struct becomes: its fields and those of flattened ones, then
/// its union.
final class StructMembers {

  private final JsonCodec codec;

  StructMembers(JsonCodec codec) {
    this.codec = codec;
  }

  /// A member of an object.
  sealed interface Member {

    String name();

    /// One whose value is JSON already.
    record Ready(String name, JsonValue value) implements Member {}

    /// A field.
    record Value(String name, DynamicValue value, DynamicType type) implements Member {}
  }

  List<Member> of(DynamicStruct.Reader struct) {
    List<Member> members = new ArrayList<>();
    gather(struct, codec.names().of(struct.schema()), "", members);
    return members;
  }

  private void gather(
      DynamicStruct.Reader struct, StructNames names, String prefix, List<Member> members) {
    for (FieldForm form : names.fields()) {
      StructField field = form.field();
      boolean shown =
          !field.inUnion()
              && struct.has(field)
              && !(codec.leavesOutDefaults() && struct.isDefault(field));
      if (shown) {
        add(struct, form, prefix, members);
      }
    }
    StructField active = struct.which().orElse(null);
    if (active == null) {
      return;
    }
    FieldForm form = names.fields().get(active.index());
    if (names.tag() != null) {
      members.add(new Member.Ready(prefix + names.tag(), JsonValue.Text.of(form.tagName())));
    }
    boolean saidByTag = names.tag() != null && struct.get(active) instanceof DynamicValue.Void;
    if (!saidByTag) {
      add(struct, form, prefix, members);
    }
  }

  private void add(
      DynamicStruct.Reader struct, FieldForm form, String prefix, List<Member> members) {
    DynamicValue value = struct.get(form.field());
    StructNames flattened = form.flattened();
    if (flattened != null && value instanceof DynamicStruct.Reader inner) {
      gather(inner, flattened, prefix + form.prefix(), members);
      return;
    }
    String name = prefix + form.name();
    members.add(
        switch (form.dataForm()) {
          case NUMBERS -> new Member.Value(name, value, form.field().type());
          case BASE64 ->
              new Member.Ready(
                  name, JsonValue.Text.of(Base64.getEncoder().encodeToString(bytes(value))));
          case HEX ->
              new Member.Ready(name, JsonValue.Text.of(HexFormat.of().formatHex(bytes(value))));
        });
  }

  private static byte[] bytes(DynamicValue value) {
    return ((DynamicValue.Data) value).value().toByteArray();
  }
}
