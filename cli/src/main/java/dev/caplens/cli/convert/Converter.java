package dev.caplens.cli.convert;

import dev.caplens.cli.CommandFailed;
import dev.caplens.core.json.NoJsonForm;
import dev.caplens.core.message.LimitReached;
import dev.caplens.core.message.MalformedMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Carries messages from an input to an output. A message that is faulty is reported and left out;
/// those behind it follow, as long as they can be told apart.
///
/// @param command what begins each line that is said to the user
/// @param isQuiet whether doubts about the input's format are kept back
record Converter(Forms forms, String command, boolean isQuiet, PrintWriter err) {

  /// Converts all messages; 0 if all were sound, else 1.
  ///
  /// @throws IOException if the streams fail
  int exitCode(Conversion conversion, StandardStreams streams) throws IOException {
    return convert(conversion, streams) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /// Converts all messages.
  ///
  /// @return whether all were sound
  /// @throws IOException if the streams fail
  boolean convert(Conversion conversion, StandardStreams streams) throws IOException {
    PrefixedInput in = new PrefixedInput(streams.in());
    BufferedOutput out = new BufferedOutput(streams.out());
    if (!isQuiet) {
      check(conversion.from(), in.prefix());
    }
    try {
      return carry(forms.input(conversion.from(), in), forms.output(conversion.to(), out));
    } finally {
      out.flush();
    }
  }

  private boolean carry(MessageInput in, MessageOutput out) throws IOException {
    boolean isSound = true;
    for (long number = 1; ; number++) {
      MessageInput.@Nullable Received message;
      try {
        message = in.next();
      } catch (MalformedMessage | LimitReached | Unreadable e) {
        report(number, e);
        return false;
      }
      if (message == null) {
        return isSound;
      }
      try {
        out.write(message.root());
      } catch (MalformedMessage
          | LimitReached
          | IllegalArgumentException
          | Unreadable
          | NoJsonForm e) {
        report(number, e);
        isSound = false;
      }
    }
  }

  private void report(long number, RuntimeException e) {
    err.println(command + ": message " + number + ": " + e.getMessage());
  }

  private void check(Format format, byte[] prefix) {
    if (prefix.length == 0) {
      throw new CommandFailed("the input is empty; with --quiet that is no message at all");
    }
    Plausibility plausibility = Plausibility.of(format, prefix);
    if (plausibility == Plausibility.LIKELY) {
      return;
    }
    Optional<Format> other =
        Arrays.stream(Format.values())
            .filter(candidate -> Plausibility.of(candidate, prefix) == Plausibility.LIKELY)
            .findFirst();
    String doubt =
        "the input does not look like '"
            + format
            + "'"
            + other.map(found -> ", but like '" + found + "'").orElse("");
    if (plausibility == Plausibility.IMPOSSIBLE && other.isPresent()) {
      throw new CommandFailed(doubt + "; if you know better, use --quiet");
    }
    err.println(command + ": warning: " + doubt + "; reading it all the same");
  }
}
