package dev.caplens.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.memory.Region;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.Text;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.signal.ControlFlags;
import dev.caplens.layout.signal.Waiter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Records that hold a message. The tests run with assertions on.
class RecordBodyTest {

  private final Region region = Region.anonymous(MasterMap.ARENA_OFFSET);
  private final SlotRing ring = SlotRing.inbox(region, new ControlFlags(region, Waiter.polling()));
  private final Producer producer = ring.producer(1);
  private final Consumer consumer = ring.consumer(2);

  @Test
  void a_body_is_read_in_place_while_its_record_is_held() {
    send(7, "seven");

    assertTrue(consumer.tryTake());
    AnyStruct.Reader body = consumer.body(AnyStruct.TYPE);

    assertEquals(7, body.word(0));
    assertEquals("seven", name(body).toString());
  }

  @Test
  void lenses_of_a_released_record_throw() {
    send(7, "seven");
    consumer.tryTake();
    AnyStruct.Reader body = consumer.body(AnyStruct.TYPE);
    AnyStruct.Reader sameAgain = consumer.body(AnyStruct.TYPE);
    Text.Reader name = name(body);
    assertEquals(7, sameAgain.word(0));

    assertTrue(consumer.release());

    refuses(() -> body.word(0));
    refuses(() -> sameAgain.word(0));
    refuses(name::toString);
  }

  @Test
  void lenses_of_a_record_that_was_given_back_throw_and_those_of_its_next_delivery_read() {
    send(7, "seven");
    consumer.tryTake();
    AnyStruct.Reader before = consumer.body(AnyStruct.TYPE);

    consumer.giveBack();
    assertTrue(consumer.tryTake());
    AnyStruct.Reader after = consumer.body(AnyStruct.TYPE);

    refuses(() -> before.word(0));
    assertEquals(7, after.word(0));
  }

  @Test
  void a_release_leaves_alone_the_records_of_others() {
    Consumer other = ring.consumer(3);
    send(7, "seven");
    send(8, "eight");
    consumer.tryTake();
    other.tryTake();
    AnyStruct.Reader held = other.body(AnyStruct.TYPE);
    consumer.body(AnyStruct.TYPE);

    consumer.release();

    assertEquals(8, held.word(0));
    assertEquals("eight", name(held).toString());
  }

  private void send(long number, String name) {
    assertTrue(producer.tryClaim());
    AnyStruct.Builder body = producer.body(AnyStruct.ofSize(1, 1));
    body.putWord(0, number);
    body.pointerAtIndex(0).set(name);
    assertTrue(producer.commit());
  }

  private static Text.Reader name(AnyStruct.Reader body) {
    return body.pointerAtIndex(0).as(Text.TYPE);
  }

  private static void refuses(Executable reading) {
    IllegalStateException refused = assertThrows(IllegalStateException.class, reading);
    assertEquals(
        "lens over memory that was given away: its builder was reset or its message released since;"
            + " do not keep readers and builders beyond that",
        refused.getMessage());
  }
}
