package dev.caplens.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caplens.cli.doctor.Finding.State;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DoctorCommandTest {
  @TempDir Path folder;

  @Test
  void the_table_shows_each_remedy_under_its_finding() {
    StringWriter out = new StringWriter();

    DoctorCommand.printTable(
        List.of(
            Finding.ok("cores", "2"),
            Finding.weak("capnp", "not on the PATH", "apt-get install capnproto")),
        new PrintWriter(out));

    assertEquals(
        """
        ok      cores  2
        weak    capnp  not on the PATH
                       -> apt-get install capnproto
        """,
        out.toString());
  }

  @Test
  void the_json_says_the_same_as_the_table() throws Exception {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new DoctorCommand()).setOut(new PrintWriter(out));

    int code = line.execute("--json");

    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertEquals(code == 0, json.get("healthy").asBoolean());
    assertEquals(
        List.of(
            "JDK",
            "native access",
            "cores",
            "/dev/shm",
            "regions",
            "futex",
            "Maven",
            "C compiler",
            "capnp",
            "C++ compiler",
            "capnp headers"),
        json.get("findings").findValuesAsText("name"));
  }

  @Test
  void only_what_is_broken_makes_the_machine_unhealthy() {
    assertTrue(DoctorCommand.isHealthy(List.of(Finding.weak("capnp", "gone", "install it"))));
    assertFalse(DoctorCommand.isHealthy(List.of(Finding.broken("JDK", "24", "install 25"))));
  }

  @Test
  void the_futex_of_this_machine_wakes_a_sleeper_and_leaves_no_file() throws Exception {
    List<Finding> findings = new FutexCheck(folder).examine();

    assertEquals(
        List.of(Finding.ok("futex", "a sleeper was woken through another mapping")), findings);
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void a_folder_of_shared_memory_that_is_missing_gets_a_remedy() {
    Finding finding = new SharedMemoryCheck(folder.resolve("shm")).examine().getFirst();

    assertEquals(State.WEAK, finding.state());
    assertTrue(finding.remedy().contains("--region PATH"), finding.remedy());
  }

  @Test
  void a_program_that_is_not_on_the_path_is_named_with_its_package() {
    List<Finding> findings = new ToolsCheck(List.of(folder), List.of(folder)).examine();

    assertEquals(5, findings.size());
    assertTrue(
        findings.stream().allMatch(finding -> finding.state() == State.WEAK), findings.toString());
    assertTrue(
        findings.contains(
            Finding.weak(
                "capnp", "not on the PATH; needed for tests", "apt-get install capnproto")),
        findings.toString());
  }

  @Test
  void a_program_that_fails_is_told_from_one_that_is_missing() throws Exception {
    Path capnp =
        Files.writeString(folder.resolve("capnp"), "#!/bin/sh\necho broken library\nexit 3\n");
    Files.setPosixFilePermissions(capnp, PosixFilePermissions.fromString("rwxr-xr-x"));

    List<Finding> findings = new ToolsCheck(List.of(folder), List.of(folder)).examine();

    assertTrue(
        findings.contains(
            Finding.weak(
                "capnp", capnp + " does not work: broken library", "apt-get install capnproto")),
        findings.toString());
  }
}
