package dev.caplens.bench.commands;

import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.ProcessSubject;
import dev.caplens.bench.rounds.Sample;
import dev.caplens.bench.rounds.Subject;
import dev.caplens.bench.values.Dice;
import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A command that reads a file of text, which is in the page cache. The first that is sampled
/// writes the file.
///
/// @param text the file
/// @param mebibytes its size
/// @param command the program and its arguments
record TextFileSubject(Path text, int mebibytes, List<String> command) implements Subject {

  /// A second one, so that a first use that had to build something does not count.
  private static final int LEAST_RUNS = 2;

  private static final int MEBIBYTE = 1 << 20;
  private static final long SEED = 20261121;

  @Override
  public Sample sample(Plan plan) throws InterruptedException {
    if (!Files.exists(text)) {
      write();
    }
    return new ProcessSubject(command, LEAST_RUNS).sample(plan);
  }

  private void write() {
    byte[] words = words();
    try (OutputStream target = Files.newOutputStream(text)) {
      for (int i = 0; i < mebibytes; i++) {
        target.write(words);
      }
    } catch (IOException e) {
      delete();
      throw new CommandFailed("cannot write %d MiB to %s: %s".formatted(mebibytes, text, e), e);
    }
  }

  /// What was written of it would be taken for the file.
  private void delete() {
    try {
      Files.deleteIfExists(text);
    } catch (IOException stays) {
      // The next write replaces it, and fails or not.
    }
  }

  /// Words of 1 to 12 letters, 3 to 16 of them in a line.
  static byte[] words() {
    Dice dice = new Dice(SEED);
    StringBuilder text = new StringBuilder(MEBIBYTE + 256);
    while (text.length() < MEBIBYTE) {
      int words = 3 + dice.below(14);
      for (int word = 0; word < words; word++) {
        int letters = 1 + dice.below(12);
        for (int letter = 0; letter < letters; letter++) {
          text.append((char) ('a' + dice.below(26)));
        }
        text.append(word + 1 < words ? ' ' : '\n');
      }
    }
    text.setLength(MEBIBYTE);
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return String.join(" ", command.subList(0, command.size() - 1));
  }
}
