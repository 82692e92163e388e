package dev.caplens.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.caplens.cli.demo.job.Jobs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class JobsSchemaTest {

  @Test
  void the_schema_hash_is_that_of_the_schema_without_comments_and_itself() throws Exception {
    String schema = Files.readString(Path.of("src/main/capnp/jobs.capnp"));
    String bare =
        schema
            .replaceAll("#.*", "")
            .replaceAll("const schemaHash [^;]*;", "")
            .replaceAll("\\s+", " ")
            .strip();

    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(bare.getBytes(StandardCharsets.UTF_8));

    assertEquals(
        "0x" + Long.toHexString(ByteBuffer.wrap(digest).getLong()),
        "0x" + Long.toHexString(Jobs.SCHEMA_HASH),
        "schemaHash in jobs.capnp must follow the schema");
  }
}
