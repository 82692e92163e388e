package dev.caplens.codegen;

import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.schema.SchemaError;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;

/// The generator as a program.
///
/// ```
/// java -cp ... dev.caplens.codegen.Main [OPTION...] [SCHEMA...]
/// ```
///
/// Without schemas a request is read from standard input, as the reference compiler hands it to its
/// plugins. Errors go to standard error, one a line: `FILE:LINE:COLUMN: error: TEXT`, or `error:
/// TEXT` where no place is known. The exit status is 0 on success, 1 if the schemas are wrong, 2 if
/// the command line is wrong or the machine lacks something.
public final class Main {
  private Main() {}

  /// Runs the program and ends the JVM with its status.
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT); // numbers in code have the digits of ASCII, wherever it is made
    System.exit(run(arguments, System.in, System.err));
  }

  /// Runs the program.
  ///
  /// @param in where the request comes from if no schemas are named
  /// @param err where errors go
  /// @return the exit status
  public static int run(String[] arguments, InputStream in, PrintStream err) {
    try {
      Options options = Options.parse(arguments);
      if (options.help()) {
        err.print(Options.USAGE);
        return 0;
      }
      new Run(options, err).start(in);
      return 0;
    } catch (SchemaError wrong) {
      String text = String.valueOf(wrong.getMessage());
      err.println(
          text.startsWith("error: ") || text.contains(" error: ") ? text : "error: " + text);
      return 1;
    } catch (MalformedMessage malformed) {
      err.println("error: the request is malformed: " + malformed.getMessage());
      return 1;
    } catch (CapnpcPlugin.Failed failed) {
      err.println("error: " + failed.getMessage());
      return 1;
    } catch (Unusable unusable) {
      err.println("error: " + unusable.getMessage());
      return 2;
    } catch (IOException failure) {
      err.println("error: cannot read or write " + failure.getMessage());
      return 2;
    }
  }
}
