package dev.caplens.core.dynamic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.core.encoding.Corpus;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.text.TextFormat;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One reader, made once and handed to many threads, as a message that all of them serve from.
class SharedReaderTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 100;

  @ParameterizedTest
  @ValueSource(strings = {"alltypes.binary", "alltypes.segmented"})
  void all_threads_see_the_value_that_the_reference_wrote(String name) throws Exception {
    MessageReader message = Framing.read(Corpus.message(name));
    DynamicStruct.Reader root = message.root(AllTypes.schema());
    String text = Corpus.text("alltypes.short.txt");
    byte[] canonical = AllTypes.canonical(AllTypes.message());
    CyclicBarrier start = new CyclicBarrier(THREADS);
    Callable<Integer> reading =
        () -> {
          start.await();
          for (int round = 0; round < ROUNDS; round++) {
            assertEquals(text, TextFormat.SHORT.print(root) + "\n");
            assertArrayEquals(canonical, AllTypes.canonical(message));
          }
          return ROUNDS;
        };

    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Integer> rounds : threads.invokeAll(Collections.nCopies(THREADS, reading))) {
        assertEquals(ROUNDS, rounds.get());
      }
    }
  }
}
