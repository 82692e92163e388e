package dev.caplens.codegen.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.caplens.core.schema.CanonicalSchema;
import dev.caplens.core.schema.SchemaSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalSchemaTest {

  private static final String PERSON =
      "struct Person @0xb0b0b0b0b0b0b0b1 { name @0 :Text; age @1 :UInt16 = 18; }\n";

  @Test
  void the_text_says_what_matters_on_the_wire() {
    assertEquals(
        """
        struct @0xb0b0b0b0b0b0b0b1 Person 1 1
          name @0 pointer 0 Text ""
          age @1 data 0 UInt16 18
        """,
        CanonicalSchema.of(Schemas.of(PERSON)).text());
  }

  @Test
  void comments_order_annotations_and_other_declarations_do_not_count() {
    SchemaSet plain = Schemas.of(PERSON);
    SchemaSet other =
        Schemas.of(
            """
            annotation note @0xb0b0b0b0b0b0b0b9 (*) :Text;
            struct Other @0xb0b0b0b0b0b0b0b8 {}
            # A comment.
            struct Person @0xb0b0b0b0b0b0b0b1 $note("x") { age @1 :UInt16 = 18; name @0 :Text; }
            """);
    List<Long> person = List.of(0xb0b0b0b0b0b0b0b1L);

    assertEquals(
        CanonicalSchema.of(plain, person).hash(), CanonicalSchema.of(other, person).hash());
  }

  @Test
  void a_default_or_a_name_counts() {
    long hash = CanonicalSchema.of(Schemas.of(PERSON)).hash();

    assertNotEquals(hash, CanonicalSchema.of(Schemas.of(PERSON.replace("18", "19"))).hash());
    assertNotEquals(hash, CanonicalSchema.of(Schemas.of(PERSON.replace("age", "years"))).hash());
  }
}
