package dev.caplens.cli;

import dev.caplens.cli.convert.ConvertCommand;
import dev.caplens.cli.convert.DecodeCommand;
import dev.caplens.cli.convert.EncodeCommand;
import dev.caplens.cli.convert.EvalCommand;
import dev.caplens.cli.demo.DemoCommand;
import dev.caplens.cli.demo.ModuleCommand;
import dev.caplens.cli.demo.ViewerCommand;
import dev.caplens.cli.doctor.DoctorCommand;
import dev.caplens.cli.schema.CapnpcCommand;
import dev.caplens.cli.schema.ClasspathCommand;
import dev.caplens.cli.schema.CompileCommand;
import dev.caplens.cli.schema.IdCommand;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The entry point of the `caplens` command, and the place where its commands are registered.
@Command(
    name = "caplens",
    description = "Off-heap, shared-memory runtime for the JVM: demonstrations and tools.",
    subcommands = {
      DemoCommand.class,
      ModuleCommand.class,
      ViewerCommand.class,
      CompileCommand.class,
      ConvertCommand.class,
      EncodeCommand.class,
      DecodeCommand.class,
      EvalCommand.class,
      IdCommand.class,
      ClasspathCommand.class,
      CapnpcCommand.class,
      DoctorCommand.class,
      TestCommand.class,
      BenchCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Exit codes: 0 ok, 1 it did not work, 2 the command line was wrong (1 where capnp has the command too)."
    })
public final class Caplens implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error (as CAPLENS_DEBUG=1 does).")
  private boolean debug;

  /// Runs one command and ends the JVM with its exit code.
  ///
  /// @param arguments the command line behind `caplens`
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT); // code, JSON and reports have the digits of ASCII everywhere
    System.exit(run(arguments));
  }

  /// Runs one command in this JVM, on its standard streams.
  ///
  /// @return the exit code: 0 ok, 1 it did not work, 2 the command line was wrong
  public static int run(String... arguments) {
    Caplens caplens = new Caplens();
    CommandLine line = new CommandLine(caplens);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    int code = caplens.execute(line, arguments);
    line.getOut().flush();
    line.getErr().flush();
    if (System.out.checkError() && code == CommandLine.ExitCode.OK) {
      System.err.println("caplens: standard output could not be written");
      return CommandLine.ExitCode.SOFTWARE;
    }
    return code;
  }

  /// Runs one command with the streams that the caller has set on `line`.
  int execute(CommandLine line, String... arguments) {
    ErrorReport errors = new ErrorReport(() -> debug);
    line.setParameterExceptionHandler(errors);
    line.setExecutionExceptionHandler(errors);
    try {
      return line.execute(behindCommand(arguments));
    } catch (Throwable e) { // an Error, such as out of memory: picocli reports exceptions only
      return errors.report(line, e);
    }
  }

  /// The options of imports may stand in front of the command, as with `capnp`; here they belong to
  /// the commands that import.
  private static String[] behindCommand(String... arguments) {
    int command = 0;
    while (command < arguments.length && isImportOption(arguments[command])) {
      boolean takesNext = List.of("-I", "--import-path").contains(arguments[command]);
      command += takesNext ? 2 : 1;
    }
    if (command >= arguments.length) {
      return arguments;
    }
    List<String> moved = new ArrayList<>(List.of(arguments));
    Collections.rotate(moved.subList(0, command + 1), 1);
    return moved.toArray(String[]::new);
  }

  private static boolean isImportOption(String argument) {
    return argument.startsWith("-I")
        || argument.startsWith("--import-path")
        || List.of("--no-standard-import", "--verbose").contains(argument);
  }

  /// Without a command: the usage, as an error.
  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    err.println("caplens: no command given");
    spec.commandLine().usage(err);
    return CommandLine.ExitCode.USAGE;
  }
}
