package dev.caplens.cli;

import dev.caplens.cli.schema.SchemaErrors;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// How every command reports an error: one line on standard error that begins with the command's
/// name, a suggestion where a word looks mistyped, and the stack trace only for who asks
/// (`--debug`, `CAPLENS_DEBUG=1`).
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final BooleanSupplier debug;

  ErrorReport(BooleanSupplier debug) {
    this.debug = debug;
  }

  /// The command line was wrong: what is wrong, what may have been meant, where the help is. Exit
  /// code 2, or 1 for the commands that the reference tool has too.
  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    PrintWriter err = line.getErr();
    err.println(name + ": " + wrong(e));
    err.println("Try '" + name + " --help'.");
    trace(e, err);
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  /// The command did not work. Exit code 1.
  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    return report(line, e);
  }

  int report(CommandLine line, Throwable e) {
    PrintWriter err = line.getErr();
    String name = e instanceof SchemaErrors ? "" : line.getCommandSpec().qualifiedName() + ": ";
    err.println(name + text(e));
    trace(e, err);
    return CommandLine.ExitCode.SOFTWARE;
  }

  private void trace(Throwable e, PrintWriter err) {
    String asked = Objects.requireNonNullElse(System.getenv("CAPLENS_DEBUG"), "");
    if (debug.getAsBoolean() || !(asked.isEmpty() || asked.equals("0"))) {
      e.printStackTrace(err);
    }
  }

  private static String wrong(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return Objects.requireNonNullElse(e.getMessage(), "wrong command line");
    }
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    String word = unmatched.getUnmatched().getFirst();
    if (unmatched.isUnknownOption()) {
      return "unknown option '" + word + "'" + meant(word, spec.optionsMap().keySet());
    }
    if (spec.positionalParameters().isEmpty() && !spec.subcommands().isEmpty()) {
      return "unknown command '" + word + "'" + meant(word, visible(spec));
    }
    return "unexpected argument '" + word + "'";
  }

  private static List<String> visible(CommandSpec spec) {
    return spec.subcommands().entrySet().stream()
        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String meant(String word, Collection<String> known) {
    List<String> suggestions = Spelling.near(word, known);
    return suggestions.isEmpty()
        ? ""
        : "; did you mean '" + String.join("' or '", suggestions) + "'?";
  }

  /// The sentence for an error. Our own errors and those of files carry one; of any other the user
  /// can only be told that it is a defect of ours.
  private static String text(Throwable e) {
    String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    return switch (e) {
      case NoSuchFileException file -> "no such file: " + file.getFile();
      case AccessDeniedException file -> "permission denied: " + file.getFile();
      case FileSystemException _, CommandFailed _ -> message;
      case UncheckedIOException u when u.getCause() instanceof IOException cause -> text(cause);
      case IOException _ -> message;
      case Throwable own when own.getClass().getName().startsWith("dev.caplens.") -> message;
      case OutOfMemoryError _ ->
          "out of memory (" + message + "); give the JVM more with JDK_JAVA_OPTIONS=-Xmx...";
      default -> "internal error: " + e + "; run it again with --debug and report what it prints";
    };
  }
}
