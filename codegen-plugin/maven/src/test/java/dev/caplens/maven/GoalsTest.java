package dev.caplens.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals on a project of their own, with the real generator in a process of its own. */
class GoalsTest {
  @TempDir Path temporary;

  private Path base;
  private final MavenProject project = new MavenProject();

  @BeforeEach
  void a_project_in_a_folder_with_a_space() throws IOException {
    base = Files.createDirectories(temporary.resolve("my project"));
    project.setFile(base.resolve("pom.xml").toFile());
    Build build = new Build();
    build.setDirectory(base.resolve("target").toString());
    project.setBuild(build);
    project.setArtifacts(new HashSet<>());
    schema("org/example/person.capnp", "struct Person { name @0 :Text; }\nconst most :Int32 = 5;");
  }

  private void schema(String name, String text) throws IOException {
    Path file = base.resolve("src/main/capnp").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "@0xbbbbbbbb%08x;\n".formatted(name.hashCode()) + text + "\n");
  }

  private Path generated(String name) {
    return base.resolve("target/generated-sources/caplens").resolve(name);
  }

  private void generate() throws Exception {
    GenerateMojo goal = new GenerateMojo();
    set(goal, "sourceDirectory", base.resolve("src/main/capnp").toFile());
    set(goal, "outputDirectory", generated("").toFile());
    prepare(goal, "generate");
    goal.execute();
  }

  private void export() throws Exception {
    ExportMojo goal = new ExportMojo();
    set(goal, "sourceDirectory", base.resolve("src/main/capnp").toFile());
    set(goal, "cHeader", base.resolve("target/c/all.h").toFile());
    set(goal, "typescript", base.resolve("target/ts").toFile());
    set(goal, "prefix", "MY");
    prepare(goal, "export");
    goal.execute();
  }

  private void prepare(SchemaMojo goal, String name) throws Exception {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setVersion("1");
    MojoDescriptor descriptor = new MojoDescriptor();
    descriptor.setGoal(name);
    descriptor.setPluginDescriptor(plugin);
    set(goal, "project", project);
    set(goal, "execution", new MojoExecution(descriptor, "default"));
    set(goal, "pluginArtifacts", generatorArtifacts());
    set(goal, "toolchains", new NoToolchains());
    set(goal, "includes", List.of("**/*.capnp"));
  }

  private static void set(Object goal, String name, Object value) throws Exception {
    for (Class<?> type = goal.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          field.set(goal, value);
          return;
        }
      }
    }
    throw new AssertionError("no field " + name);
  }

  /**
   * What Maven would hand to the goal: the generator and the core, as they are on this class path.
   */
  private static List<Artifact> generatorArtifacts() {
    List<Artifact> artifacts = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.contains("codegen-plugin" + File.separator + "codegen")
          || entry.contains("lens-core")) {
        artifacts.add(artifact(new File(entry)));
      }
    }
    assertEquals(2, artifacts.size(), artifacts::toString);
    return artifacts;
  }

  private static Artifact artifact(File file) {
    DefaultArtifact artifact =
        new DefaultArtifact(
            "test", file.getName(), "1", "compile", "jar", null, new DefaultArtifactHandler("jar"));
    artifact.setFile(file);
    return artifact;
  }

  @Test
  void lenses_are_generated_and_become_a_source_root() throws Exception {
    generate();

    String person = Files.readString(generated("org/example/Person.java"));
    assertTrue(person.startsWith("// Generated by Caplens from org/example/person.capnp"), person);
    assertTrue(Files.exists(generated("org/example/PersonConstants.java")));
    assertTrue(project.getCompileSourceRoots().contains(generated("").toString()));
  }

  @Test
  void a_second_run_writes_nothing_and_a_change_only_what_it_changes() throws Exception {
    schema("org/example/animal.capnp", "struct Animal { legs @0 :UInt8; }");
    generate();
    FileTime old = FileTime.fromMillis(1000);
    Files.setLastModifiedTime(generated("org/example/Person.java"), old);
    Files.setLastModifiedTime(generated("org/example/Animal.java"), old);

    generate();
    assertEquals(old, Files.getLastModifiedTime(generated("org/example/Animal.java")));

    schema("org/example/animal.capnp", "struct Animal { legs @0 :UInt8; tail @1 :Bool; }");
    generate();
    assertTrue(Files.readString(generated("org/example/Animal.java")).contains("getTail"));
    assertEquals(old, Files.getLastModifiedTime(generated("org/example/Person.java")));
  }

  @Test
  void what_a_schema_that_is_gone_gave_is_removed() throws Exception {
    schema("org/example/animal.capnp", "struct Animal { legs @0 :UInt8; }");
    generate();

    Files.delete(base.resolve("src/main/capnp/org/example/animal.capnp"));
    generate();

    assertFalse(Files.exists(generated("org/example/Animal.java")));
    assertTrue(Files.exists(generated("org/example/Person.java")));
  }

  @Test
  void an_error_names_file_line_and_column_and_leaves_the_old_files() throws Exception {
    generate();
    schema("org/example/person.capnp", "struct Person {\n  name @0 :Txt;\n}");

    MojoFailureException error = assertThrows(MojoFailureException.class, this::generate);

    String place = base.resolve("src/main/capnp/org/example/person.capnp") + ":[3,12] ";
    assertTrue(String.valueOf(error.getMessage()).contains(place), error::getMessage);
    assertTrue(Files.exists(generated("org/example/Person.java")));
  }

  @Test
  void generate_and_export_in_one_execution_do_not_disturb_each_other() throws Exception {
    generate();
    export();
    FileTime old = FileTime.fromMillis(1000);
    Path header = base.resolve("target/c/all.h");
    Files.setLastModifiedTime(header, old);

    generate();
    export();

    assertEquals(old, Files.getLastModifiedTime(header));
    assertTrue(Files.readString(header).contains("#define MY_MOST INT32_C(5)\n"));
    assertTrue(Files.exists(base.resolve("target/ts/org/example/person.ts")));
    assertTrue(Files.exists(generated("org/example/Person.java")));
  }

  @Test
  void a_schema_in_a_dependency_jar_can_be_imported() throws Exception {
    Path jar = temporary.resolve("colours.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("META-INF/capnp/lib/colour.capnp"));
      String text = "@0xccccccccccccccc1;\nenum Colour { red @0; green @1; }\n";
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    project.setArtifacts(Set.of(artifact(jar.toFile())));
    schema(
        "org/example/person.capnp",
        "struct Person { eyes @0 :import \"/lib/colour.capnp\".Colour; }");

    generate();

    String person = Files.readString(generated("org/example/Person.java"));
    assertTrue(person.contains("import lib.Colour;"), person);
  }

  private static final class NoToolchains implements ToolchainManager {
    @Override
    public @Nullable Toolchain getToolchainFromBuildContext(String type, MavenSession session) {
      return null;
    }

    @Override
    public List<Toolchain> getToolchains(
        MavenSession session, String type, Map<String, String> requirements) {
      return List.of();
    }
  }
}
