package dev.caplens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CaplensTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void version_names_caplens_and_the_jdk() {
    assertEquals(0, run("--version"));

    String[] lines = out.toString().split("\n");
    assertTrue(lines[0].matches("caplens \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), lines[0]);
    assertTrue(lines[1].startsWith("JDK " + Runtime.version() + ", "), lines[1]);
    assertEquals("", err.toString());
  }

  @Test
  void help_goes_to_standard_output_and_lists_the_commands() {
    assertEquals(0, run("--help"));

    assertTrue(out.toString().contains("completion"), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void no_command_is_a_usage_error() {
    assertEquals(2, run());

    assertTrue(
        err.toString().startsWith("caplens: no command given\nUsage: caplens"), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void a_mistyped_command_gets_a_suggestion() {
    assertEquals(2, run("compltion"));

    assertEquals(
        "caplens: unknown command 'compltion'; did you mean 'completion'?\nTry 'caplens --help'.\n",
        err.toString());
  }

  @Test
  void a_mistyped_option_gets_a_suggestion() {
    assertEquals(2, run("--verison"));

    assertTrue(
        err.toString().startsWith("caplens: unknown option '--verison'; did you mean '--version'"),
        err.toString());
  }

  @Test
  void what_the_launcher_runs_is_listed_but_left_to_it() {
    assertEquals(1, run("test", "verify"));

    assertEquals(
        "caplens test: the launcher runs this, not this JVM: ./caplens test verify\n",
        err.toString());
  }

  @Test
  void an_argument_too_many_is_named_with_the_command() {
    assertEquals(2, run("completion", "zsh"));

    assertEquals(
        "caplens completion: unexpected argument 'zsh'\nTry 'caplens completion --help'.\n",
        err.toString());
  }

  @Test
  void the_completion_script_is_accepted_by_bash_and_knows_the_commands() throws Exception {
    assertEquals(0, run("completion"));

    var script = Files.writeString(Files.createTempFile("caplens", ".bash"), out.toString());
    var completed =
        new ProcessBuilder(
                "bash",
                "-c",
                "source \"$1\" && COMP_WORDS=(caplens comple) COMP_CWORD=1 && _complete_caplens && echo \"${COMPREPLY[*]}\"",
                "bash",
                script.toString())
            .redirectErrorStream(true)
            .start();
    assertEquals("completion\n", new String(completed.getInputStream().readAllBytes()));
    Files.delete(script);
  }

  @Test
  void a_command_that_does_not_work_prints_one_line_and_no_stack_trace() {
    assertEquals(1, fail(new NoSuchFileException("schema.capnp")));

    assertEquals("caplens fail: no such file: schema.capnp\n", err.toString());
  }

  @Test
  void our_own_errors_are_printed_as_they_are() {
    assertEquals(
        1, fail(new CommandFailed("no room in /dev/shm; remove old regions with caplens doctor")));

    assertEquals(
        "caplens fail: no room in /dev/shm; remove old regions with caplens doctor\n",
        err.toString());
  }

  @Test
  void a_defect_is_called_a_defect() {
    assertEquals(1, fail(new IllegalStateException("row 3")));

    assertEquals(
        "caplens fail: internal error: java.lang.IllegalStateException: row 3; run it again with --debug and report"
            + " what it prints\n",
        err.toString());
  }

  @Test
  void debug_shows_the_stack_trace() {
    assertEquals(1, fail(new CommandFailed("broken"), "--debug"));

    assertTrue(err.toString().contains("\tat dev.caplens.cli.CaplensTest"), err.toString());
  }

  @Test
  void the_flags_of_the_root_are_understood_behind_a_command() {
    assertEquals(0, run("completion", "--version"));

    assertTrue(out.toString().startsWith("caplens "), out.toString());
    assertFalse(out.toString().contains("bash"));
  }

  private int run(String... arguments) {
    Caplens caplens = new Caplens();
    return execute(caplens, new CommandLine(caplens), arguments);
  }

  private int fail(Exception e, String... options) {
    Caplens caplens = new Caplens();
    CommandLine line = new CommandLine(caplens).addSubcommand(new Failing(e));
    String[] arguments = new String[options.length + 1];
    arguments[0] = "fail";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return execute(caplens, line, arguments);
  }

  private int execute(Caplens caplens, CommandLine line, String... arguments) {
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = caplens.execute(line, arguments);
    line.getOut().flush();
    return code;
  }

  /// A command that does nothing but fail.
  @Command(name = "fail")
  private static final class Failing implements Callable<Integer> {
    private final Exception reason;

    Failing(Exception reason) {
      this.reason = reason;
    }

    @Override
    public Integer call() throws Exception {
      throw reason;
    }
  }
}
