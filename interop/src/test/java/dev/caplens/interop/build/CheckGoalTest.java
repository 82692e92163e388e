package dev.caplens.interop.build;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A module of `docs/maven-plugin.md` whose version 0.9 was installed.
class CheckGoalTest {
  private static final String SCHEMA = "org/example/colour.capnp";

  @TempDir Path temporary;

  private Path colours = Path.of("");
  private Maven maven = new Maven("", Path.of(""), Path.of(""), new LocalRepository(Path.of("")));

  @BeforeEach
  void a_module_and_its_installed_version() throws IOException {
    LocalRepository repository = LocalRepository.ofThisBuild();
    maven = Maven.current(Maven.jdk17(), repository);
    colours = Page.read("docs/maven-plugin.md").writtenTo(temporary).resolve("colours");
    Path jar = temporary.resolve("colours.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("META-INF/capnp/" + SCHEMA));
      out.write(Files.readAllBytes(colours.resolve("src/main/capnp").resolve(SCHEMA)));
    }
    Path pom = temporary.resolve("colours.pom");
    Files.writeString(
        pom,
        "<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId>"
            + "<artifactId>colours</artifactId><version>0.9</version></project>");
    repository.install(jar, "org.example", "colours", "0.9", "jar");
    repository.install(pom, "org.example", "colours", "0.9", "pom");
    Files.writeString(
        repository.folder().resolve("org/example/colours/maven-metadata-local.xml"),
        "<metadata><groupId>org.example</groupId><artifactId>colours</artifactId><versioning>"
            + "<versions><version>0.9</version></versions></versioning></metadata>");
  }

  private void change(String from, String to) throws IOException {
    Path schema = colours.resolve("src/main/capnp").resolve(SCHEMA);
    Files.writeString(schema, Files.readString(schema).replace(from, to));
  }

  @Test
  void the_newest_artifact_of_a_range_is_compared() throws IOException {
    String[] check = {"caplens:check", "-Dcaplens.previousArtifact=org.example:colours:[0,1.0)"};
    change("green @1;", "green @1;\n  blue @2;");
    String compatible = maven.pass(colours, check).out();

    change("  green @1;\n  blue @2;\n", "");
    String incompatible = maven.fail(colours, check);

    String previous = "compatible with org.example:colours:[0,1.0)";
    assertTrue(compatible.contains("1 schemas are " + previous), compatible);
    assertTrue(incompatible.contains("are not " + previous), incompatible);
    assertTrue(incompatible.contains("Colour.green"), incompatible);
  }

  @Test
  void an_artifact_that_is_not_there_is_an_error_that_says_what_to_do() throws IOException {
    String said =
        maven.fail(colours, "-o", "caplens:check", "-Dcaplens.previousArtifact=org.example:no:1");

    assertTrue(said.contains("cannot get org.example:no:jar:1: "), said);
    assertTrue(said.contains("set previousRequired to false"), said);
  }
}
