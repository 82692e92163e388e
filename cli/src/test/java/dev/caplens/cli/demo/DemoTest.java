package dev.caplens.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caplens.cli.demo.DemoProcess.Outcome;
import dev.caplens.layout.RegionFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real files through real processes, compared with the machine's own `wc`.
class DemoTest {

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("text"), "one two\nthree\tfour five\n\nsix");
    Files.writeString(folder.resolve("with blank.txt"), "a b\n");
    Files.createFile(folder.resolve("empty"));
    Files.createDirectory(folder.resolve("dir"));
    byte[] bytes = new byte[3_000_000];
    new Random(7).nextBytes(bytes);
    Files.write(folder.resolve("binary"), bytes);
    Files.writeString(folder.resolve("long"), ("word".repeat(3_000) + " next ").repeat(200));
  }

  private Outcome wc(String... files) throws Exception {
    List<String> line = new ArrayList<>(List.of("wc"));
    line.addAll(List.of(files));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    Process wc = builder.start();
    String out = new String(wc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(wc.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(wc.waitFor(), out, err);
  }

  private void assertLikeWc(Outcome demo, String... files) throws Exception {
    Outcome wc = wc(files);
    assertEquals(wc.out(), demo.out(), demo.err());
    assertEquals(wc.code(), demo.code(), demo.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "c", "mixed"})
  void rows_are_those_of_wc_whatever_the_modules_are_written_in(String kind) throws Exception {
    String[] files = {"text", "with blank.txt", "empty", "binary", "long"};

    Outcome demo =
        DemoProcess.run(
            folder, "--kind", kind, "text", "with blank.txt", "empty", "binary", "long");

    assertLikeWc(demo, files);
  }

  @Test
  void a_single_file_has_no_total() throws Exception {
    assertLikeWc(DemoProcess.run(folder, "text"), "text");
  }

  @Test
  void a_word_over_the_border_of_chunks_is_counted_once() throws Exception {
    assertLikeWc(DemoProcess.run(folder, "--chunk", "1", "long", "binary"), "long", "binary");
  }

  @Test
  void what_cannot_be_read_is_told_and_the_rest_goes_on() throws Exception {
    Outcome demo = DemoProcess.run(folder, "missing", "text", "dir", "empty");

    assertLikeWc(demo, "missing", "text", "dir", "empty");
    assertEquals(
        """
        caplens demo: missing: No such file or directory
        caplens demo: dir: Is a directory
        """,
        demo.err());
  }

  @Test
  void a_name_with_a_newline_is_quoted_as_wc_quotes_it() throws Exception {
    Files.writeString(folder.resolve("two\nlines"), "x");

    assertLikeWc(DemoProcess.run(folder, "two\nlines"), "two\nlines");
  }

  @Test
  void json_holds_counts_checksums_and_statistics() throws Exception {
    Outcome demo = DemoProcess.run(folder, "--json", "text", "binary", "missing");

    JsonNode json = new ObjectMapper().readTree(demo.out());
    CRC32C crc = new CRC32C();
    crc.update(Files.readAllBytes(folder.resolve("binary")));
    assertEquals(1, demo.code());
    assertEquals("text", json.at("/files/0/name").asText());
    assertEquals(6, json.at("/files/0/words").asLong());
    assertEquals(
        HexFormat.of().toHexDigits((int) crc.getValue()), json.at("/files/1/crc32c").asText());
    assertEquals(3_000_028, json.at("/total/bytes").asLong());
    assertEquals("No such file or directory", json.at("/failures/0/reason").asText());
    assertEquals(13, json.at("/statistics/jobs").asLong());
    assertEquals(0, json.at("/statistics/payloadCopiedBytes").asLong(-1));
    assertEquals(2, json.at("/statistics/modules").size());
    long done = 0;
    for (JsonNode module : json.at("/statistics/modules")) {
      done += module.at("/done").asLong();
    }
    assertEquals(13, done);
  }

  @Test
  void statistics_go_to_standard_error() throws Exception {
    Outcome demo = DemoProcess.run(folder, "--stats", "binary");

    assertLikeWc(demo, "binary");
    assertTrue(demo.err().contains("payload copied   0 bytes after the read"), demo.err());
    assertTrue(demo.err().contains("redelivered      0 jobs"), demo.err());
  }

  @Test
  void a_file_of_four_gibibytes_streams_through_a_light_region() throws Exception {
    long size = 4L << 30;
    try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve("huge").toFile(), "rw")) {
      sparse.setLength(size);
      sparse.seek(size - 6);
      sparse.write(" the\nend".getBytes(StandardCharsets.US_ASCII), 0, 6);
    }

    Outcome demo = DemoProcess.run(folder, "--tier", "light", "--chunk", "1024", "huge");

    assertEquals("         1          2 " + size + " huge\n", demo.out(), demo.err());
  }

  @Test
  void nothing_is_left_behind() throws Exception {
    try (DemoProcess demo = DemoProcess.start(folder, "binary")) {
      List<ProcessHandle> children = new ArrayList<>();
      demo.watch(2).close();
      children.addAll(demo.children());
      Outcome outcome = demo.outcome();

      assertEquals(0, outcome.code(), outcome.err());
      assertFalse(Files.exists(demo.region()));
      assertTrue(children.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  @Test
  void two_demos_at_once_do_not_disturb_each_other() throws Exception {
    Path second = Files.createDirectory(folder.resolve("second"));
    Files.writeString(second.resolve("other"), "x y z\n".repeat(100_000));
    try (DemoProcess one = DemoProcess.start(folder, "binary", "long");
        DemoProcess two = DemoProcess.start(second, "other")) {
      Outcome oneOutcome = one.outcome();
      Outcome twoOutcome = two.outcome();

      assertLikeWc(oneOutcome, "binary", "long");
      assertEquals("100000 300000 600000 other\n", twoOutcome.out(), twoOutcome.err());
    }
  }

  @Test
  void the_progress_is_drawn_by_another_process_and_cleared() throws Exception {
    Outcome demo = DemoProcess.run(folder, "--progress", "always", "binary", "long");

    assertLikeWc(demo, "binary", "long");
    assertTrue(demo.err().endsWith("\r\u001b[K"), demo.err());
  }

  @Test
  void a_kept_region_is_where_the_specification_says_it_is() throws Exception {
    Path region = folder.resolve("kept.region");
    Path program = compileInspector();

    Outcome demo =
        DemoProcess.runPlain(
            folder, "--keep", "--region", region.toString(), "--kind", "mixed", "binary");

    assertLikeWc(demo, "binary");
    assertEquals(
        """
        magic CAPLENS1
        major 1
        base 1000000
        size 33554432
        state 4
        module jvm-1
        state 4
        module c-2
        inbox tail 13
        inbox head 13
        outbox tail 12
        outbox head 12
        flips 1
        """,
        inOrderOfNames(run(program.toString(), region.toString())));
    assertEquals(RegionFiles.State.KEPT, RegionFiles.state(region));
  }

  /// The modules register in either order.
  private static String inOrderOfNames(String found) {
    String c = "state 4\nmodule c-2\n";
    return found.replace(c, "").replace("module jvm-1\n", "module jvm-1\n" + c);
  }

  private Path compileInspector() throws Exception {
    Path source = folder.resolve("inspect_region.c");
    try (InputStream resource = DemoTest.class.getResourceAsStream("/inspect_region.c")) {
      Files.copy(Objects.requireNonNull(resource), source);
    }
    Path program = folder.resolve("inspect_region");
    run("cc", "-std=c11", "-Wall", "-Wextra", "-o", program.toString(), source.toString());
    return program;
  }

  private static String run(String... line) throws Exception {
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  @Test
  void a_wrong_option_is_a_usage_error() throws Exception {
    Outcome demo = DemoProcess.run(folder, "--modules", "33", "text");

    assertEquals(2, demo.code());
    assertTrue(demo.err().contains("--modules: expected 1 to 32, got 33"), demo.err());
  }
}
