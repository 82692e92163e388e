package dev.caplens.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Where declarations stand, by the text of their file.
class OutlineTest {

  private static final String SCHEMA =
      """
      @0xbbbbbbbbbbbbbbb1;
      struct Person {
        # With a comment.
        name @0 :Text;
        union {
          none @1 :Void;
          address :group {
            street @2
                :Text;
          }
        }
        enum Kind { small @0; large @1; }
      }
      interface Store {
        get @0 () -> ();
      }
      """;

  @Test
  void members_stand_where_they_begin() {
    Outline outline = new Outline(SCHEMA.getBytes(UTF_8));

    List<Integer> lines =
        Stream.of(
                "Person",
                "Person.name",
                "Person.none",
                "Person.address",
                "Person.address.street",
                "Person.Kind.large",
                "Store.get")
            .map(outline::line)
            .toList();

    assertEquals(List.of(2, 4, 6, 7, 8, 12, 15), lines);
  }

  @Test
  void what_a_file_does_not_have_stands_nowhere() {
    Outline broken = new Outline("struct Person { name @0 ; }\nstruct Job {}".getBytes(UTF_8));

    assertEquals(0, broken.line("Person.name"));
    assertEquals(2, broken.line("Job"));
    assertEquals(0, new Outline(new byte[0]).line("Job"));
  }

  @Test
  void a_byte_has_its_line_and_column() {
    Outline outline = new Outline(SCHEMA.getBytes(UTF_8));

    assertEquals(":4:3", outline.place(SCHEMA.indexOf("name")));
    assertEquals("", outline.place(SCHEMA.length()));
  }
}
