package dev.caplens.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** A project in a folder of its own, with goals as Maven would set them up. */
final class UserProject {
  final Path base;
  final MavenProject maven = new MavenProject();
  final Messages messages = new Messages();

  UserProject(Path base) {
    this.base = base;
    maven.setFile(base.resolve("pom.xml").toFile());
    Build build = new Build();
    build.setDirectory(base.resolve("target").toString());
    maven.setBuild(build);
    maven.setArtifacts(new HashSet<>());
  }

  /** Writes a schema below {@code src/main/capnp}; its first line is its id. */
  void schema(String name, String text) throws IOException {
    Path file = base.resolve("src/main/capnp").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "@0xbbbbbbbb%08x;\n".formatted(name.hashCode()) + text + "\n");
  }

  Path generated(String name) {
    return base.resolve("target/generated-sources/caplens").resolve(name);
  }

  GenerateMojo generate() throws Exception {
    GenerateMojo goal = new GenerateMojo();
    set(goal, "outputDirectory", generated("").toFile());
    prepare(goal, "generate");
    return goal;
  }

  ExportMojo export() throws Exception {
    ExportMojo goal = new ExportMojo();
    prepare(goal, "export");
    return goal;
  }

  CheckMojo check() throws Exception {
    CheckMojo goal = new CheckMojo();
    prepare(goal, "check");
    return goal;
  }

  private void prepare(SchemaMojo goal, String name) throws Exception {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setVersion("1");
    MojoDescriptor descriptor = new MojoDescriptor();
    descriptor.setGoal(name);
    descriptor.setPluginDescriptor(plugin);
    set(goal, "sourceDirectory", base.resolve("src/main/capnp").toFile());
    set(goal, "project", maven);
    set(goal, "execution", new MojoExecution(descriptor, "default"));
    set(goal, "pluginArtifacts", generatorArtifacts());
    set(goal, "toolchains", new NoToolchains());
    set(goal, "buildContext", messages);
    set(goal, "includes", List.of("**/*.capnp"));
  }

  static void set(Object goal, String name, Object value) throws Exception {
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
      if (entry.contains("codegen-plugin" + File.separator + "codegen")) {
        artifacts.add(artifact("dev.caplens", "codegen", "1", new File(entry)));
      } else if (entry.contains("lens-core")) {
        artifacts.add(artifact("dev.caplens", "lens-core", "1", new File(entry)));
      }
    }
    assertEquals(2, artifacts.size(), artifacts::toString);
    return artifacts;
  }

  static Artifact artifact(String group, String name, String version, File file) {
    DefaultArtifact artifact =
        new DefaultArtifact(
            group, name, version, "compile", "jar", null, new DefaultArtifactHandler("jar"));
    artifact.setFile(file);
    return artifact;
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
