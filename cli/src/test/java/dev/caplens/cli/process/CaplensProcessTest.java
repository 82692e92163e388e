package dev.caplens.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaplensProcessTest {
  @Test
  void a_child_runs_a_command_in_a_jvm_of_its_own() throws Exception {
    Process child = CaplensProcess.of("completion", List.of("--version")).start();

    String out = new String(child.getInputStream().readAllBytes());
    String err = new String(child.getErrorStream().readAllBytes());

    assertEquals(0, child.waitFor(), err);
    assertEquals("", err);
    assertTrue(out.contains("JDK " + Runtime.version()), out);
  }

  @Test
  void an_argument_that_looks_like_an_argument_file_arrives_as_it_is() throws Exception {
    Process child = CaplensProcess.of("completion", List.of("@none")).start();

    String err = new String(child.getErrorStream().readAllBytes());

    assertEquals(2, child.waitFor());
    assertTrue(err.startsWith("caplens completion: unexpected argument '@none'"), err);
  }
}
