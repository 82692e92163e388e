package dev.caplens.bench.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.caplens.core.memory.Region;
import dev.caplens.core.raw.Memory;
import org.junit.jupiter.api.Test;

/// The account finds every way in which messages can be wrong.
class AccountTest {

  private static final int BYTES = 64;

  private final Region region = Region.anonymous(BYTES);
  private final Account account = new Account(BYTES, 2);

  @Test
  void messages_in_order_are_counted() {
    receive(Payload.first(0));
    receive(Payload.first(1));
    receive(Payload.first(0) + 1);

    assertEquals(3, account.received());
    account.close(0, 2);
    account.close(1, 1);
  }

  @Test
  void a_lost_message_is_found() {
    receive(0);

    assertEquals("lane 0: expected message 1, got 2: one was lost", refusal(2));
  }

  @Test
  void a_doubled_message_is_found() {
    receive(0);

    assertEquals("lane 0: expected message 1, got 0: one was doubled or out of order", refusal(0));
  }

  @Test
  void a_torn_message_is_found() {
    Payload.write(region.address(), BYTES, 0);
    Memory.putLong(region.address() + BYTES - Long.BYTES, 7);

    assertEquals(
        "message 0 of lane 0 is torn: its 64 bytes are not of one message",
        assertThrows(BrokenSequence.class, () -> account.accept(region.address(), BYTES))
            .getMessage());
  }

  @Test
  void a_message_of_another_length_is_found() {
    Payload.write(region.address(), BYTES, 0);

    assertEquals(
        "a message of 56 bytes, expected 64",
        assertThrows(BrokenSequence.class, () -> account.accept(region.address(), BYTES - 8))
            .getMessage());
  }

  @Test
  void a_message_that_nobody_sends_is_found() {
    assertEquals("a message of lane 2, which nobody sends", refusal(Payload.first(2)));
  }

  @Test
  void a_message_that_never_arrived_is_found_at_the_end() {
    receive(0);

    assertEquals(
        "lane 0: 2 messages were sent, 1 arrived",
        assertThrows(BrokenSequence.class, () -> account.close(0, 2)).getMessage());
  }

  private String refusal(long sequence) {
    return String.valueOf(assertThrows(BrokenSequence.class, () -> receive(sequence)).getMessage());
  }

  private void receive(long sequence) {
    Payload.write(region.address(), BYTES, sequence);
    account.accept(region.address(), BYTES);
  }
}
