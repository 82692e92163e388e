package dev.caplens.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.caplens.core.encoding.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaLoaderTest {

  @Test
  void every_request_of_the_corpus_is_loaded() throws IOException {
    for (Path request : Corpus.requests()) {
      SchemaSet schemas = SchemaLoader.read(Files.readAllBytes(request), true);

      assertTrue(schemas.nodes().size() > 1, request.toString());
      assertEquals(1, schemas.requested().size(), request.toString());
    }
  }
}
