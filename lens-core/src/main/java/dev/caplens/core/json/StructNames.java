package dev.caplens.core.json;

import dev.caplens.core.dynamic.DynamicType;
import dev.caplens.core.dynamic.StructField;
import dev.caplens.core.dynamic.StructSchema;
import dev.caplens.core.schema.AnnotationUse;
import dev.caplens.core.schema.Field;
import dev.caplens.core.schema.Node;
import dev.caplens.core.schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The members that a struct or group has in JSON, as its annotations say.
///
/// @param fields one for each field of the schema, by its index
/// @param tag the name of the member that names the active member of the union, if there is one
/// @param byName what each name means in an object, those of flattened fields included
/// @param byTag the members of the union by the names that the tag gives them
record StructNames(
    List<FieldForm> fields,
    @Nullable String tag,
    Map<String, Meaning> byName,
    Map<String, StructField> byTag) {

  /// How one field is written.
  ///
  /// @param name its member's name
  /// @param tagName its name as a member of a union in the tag
  /// @param flattened the names of the fields of a flattened struct or group, null for all others
  /// @param prefix what the names of its fields begin with
  record FieldForm(
      StructField field,
      String name,
      String tagName,
      DataForm dataForm,
      @Nullable StructNames flattened,
      String prefix) {}

  /// How data is written.
  enum DataForm {
    NUMBERS,
    BASE64,
    HEX
  }

  /// What a name means in an object.
  sealed interface Meaning {

    /// A field of its own.
    record Own(FieldForm form) implements Meaning {}

    /// The name of the active member of the union.
    record Tag() implements Meaning {}

    /// The value of the active member of the union, whichever it is.
    record TaggedValue() implements Meaning {}

    /// A field of a flattened field.
    record Flattened(FieldForm form) implements Meaning {}

    /// A field of some flattened members of the union; which one, the tag says.
    record FlattenedInUnion(Map<StructField, FieldForm> members) implements Meaning {}
  }

  /// Works out the names of one struct.
  static StructNames of(StructSchema schema, Function<StructSchema, StructNames> others) {
    return new Maker(schema, others).make();
  }

  private static final class Maker {

    private final StructSchema schema;
    private final Function<StructSchema, StructNames> others;
    private final List<FieldForm> fields = new ArrayList<>();
    private final Map<String, Meaning> byName = new HashMap<>();
    private final Map<String, StructField> byTag = new HashMap<>();
    private @Nullable String tag;
    private @Nullable String valueName;

    Maker(StructSchema schema, Function<StructSchema, StructNames> others) {
      this.schema = schema;
      this.others = others;
    }

    StructNames make() {
      discriminator();
      for (StructField field : schema.fields()) {
        fields.add(add(field));
      }
      return new StructNames(List.copyOf(fields), tag, Map.copyOf(byName), Map.copyOf(byTag));
    }

    /// The annotation stands on the struct or, for a group or named union, on its field.
    private void discriminator() {
      Field.Group group = schema.isGroup() ? groupField() : null;
      List<AnnotationUse> annotations =
          group != null
              ? group.member().annotations()
              : schema.declaration().declaration().annotations();
      JsonAnnotations.Discriminator discriminator = JsonAnnotations.discriminator(annotations);
      if (discriminator == null) {
        return;
      }
      String ownName =
          group != null && JsonAnnotations.flattenPrefix(annotations) != null
              ? JsonAnnotations.name(annotations, group.name())
              : null;
      tag = discriminator.name() != null ? discriminator.name() : ownName;
      valueName = discriminator.valueName();
      if (tag != null) {
        put(tag, new Meaning.Tag());
      }
      if (valueName != null) {
        put(valueName, new Meaning.TaggedValue());
      }
    }

    /// The field of the parent that is this group.
    private Field.@Nullable Group groupField() {
      Node parent = schema.types().schemas().node(schema.declaration().declaration().scopeId());
      if (parent instanceof Node.Struct struct) {
        for (Field field : struct.fields()) {
          if (field instanceof Field.Group group && group.typeId() == schema.id()) {
            return group;
          }
        }
      }
      return null;
    }

    private FieldForm add(StructField field) {
      List<AnnotationUse> annotations = field.declaration().member().annotations();
      String name = JsonAnnotations.name(annotations, field.name());
      String prefix = JsonAnnotations.flattenPrefix(annotations);
      StructNames flattened =
          prefix != null && field.type() instanceof StructSchema struct
              ? others.apply(struct)
              : null;
      boolean byValueName = flattened == null && field.inUnion() && valueName != null;
      FieldForm form =
          new FieldForm(
              field,
              byValueName ? String.valueOf(valueName) : name,
              name,
              dataForm(field, annotations),
              flattened,
              prefix == null ? "" : prefix);
      if (field.inUnion()) {
        byTag.put(name, field);
      }
      if (flattened != null) {
        flattened.byName.keySet().forEach(inner -> addFlattened(form, inner));
      } else if (!byValueName) {
        put(name, new Meaning.Own(form));
      }
      return form;
    }

    private void addFlattened(FieldForm form, String inner) {
      String name = form.prefix() + inner;
      if (!form.field().inUnion()) {
        put(name, new Meaning.Flattened(form));
        return;
      }
      Map<StructField, FieldForm> members = new HashMap<>();
      if (byName.get(name) instanceof Meaning.FlattenedInUnion others) {
        members.putAll(others.members());
        byName.remove(name);
      }
      members.put(form.field(), form);
      put(name, new Meaning.FlattenedInUnion(Map.copyOf(members)));
    }

    private void put(String name, Meaning meaning) {
      if (byName.put(name, meaning) != null) {
        throw new NoJsonForm(
            schema.name()
                + ": two fields have the name \""
                + name
                + "\" in JSON; change a $Json.name or give one a prefix");
      }
    }

    private DataForm dataForm(StructField field, List<AnnotationUse> annotations) {
      boolean base64 = JsonAnnotations.has(annotations, JsonAnnotations.BASE64);
      boolean hex = JsonAnnotations.has(annotations, JsonAnnotations.HEX);
      boolean data =
          field.type() instanceof DynamicType.Plain plain && plain.kind() == Type.Simple.DATA;
      if ((base64 || hex) && !data) {
        throw new NoJsonForm(field + ": only Data has a Base64 or hexadecimal form");
      }
      return base64 ? DataForm.BASE64 : hex ? DataForm.HEX : DataForm.NUMBERS;
    }
  }
}
