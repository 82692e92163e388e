package dev.caplens.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * What all goals share: schemas in, the generator in between, files out, and nothing done where
 * nothing changed.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters before it calls execute.
abstract class SchemaMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  private List<Artifact> pluginArtifacts;

  @Inject private ToolchainManager toolchains;

  /**
   * The schemas to take, as patterns below the source folder: {@code *}, {@code **} and {@code ?}.
   */
  @Parameter(defaultValue = "**/*.capnp")
  private List<String> includes;

  /** Further folders to look in for what a schema imports with a leading slash. */
  @Parameter private List<File> importPaths = new ArrayList<>();

  /**
   * The folder of the JDK (25 or newer) that runs the generator. By default the toolchain's, then
   * what is found.
   */
  @Parameter(property = "caplens.jdk")
  private @Nullable File jdk;

  /**
   * A schema compiler {@code capnp} to use instead of the one that is built in: a path, or a name
   * that is looked up on the PATH.
   */
  @Parameter(property = "caplens.capnp")
  private @Nullable String capnp;

  /** Skips the goal. */
  @Parameter(property = "caplens.skip", defaultValue = "false")
  private boolean skip;

  /** The folder of the schemas. */
  abstract File sources();

  /** Where the files go. */
  abstract File output();

  /** What the generator is to write, with names below {@code staging}. */
  abstract List<String> targets(Path staging) throws MojoExecutionException;

  /** The artifacts whose schemas can be imported. */
  Collection<Artifact> dependencies() {
    return project.getArtifacts();
  }

  /** Called when the files stand, whether or not they were written anew. */
  void done() {}

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped, since caplens.skip is set");
      return;
    }
    try {
      generate();
    } catch (IOException failure) {
      throw new MojoExecutionException("cannot read or write " + failure.getMessage(), failure);
    } catch (JdkSearch.NoJdk failure) {
      throw new MojoExecutionException(failure.getMessage(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted while the generator ran", interrupted);
    }
  }

  private void generate()
      throws IOException,
          InterruptedException,
          JdkSearch.NoJdk,
          MojoFailureException,
          MojoExecutionException {
    List<Path> schemas = SchemaFiles.in(sources().toPath(), includes);
    // One execution may run several goals.
    String run = execution.getExecutionId() + '-' + execution.getGoal();
    Path work = Path.of(project.getBuild().getDirectory(), "caplens", run);
    OutputFolder folder = new OutputFolder(output().toPath(), work.resolve("state"));
    ImportedSchemas imports = new ImportedSchemas(files(dependencies()));
    String inputs = fingerprint(imports, schemas);
    if (folder.isCurrent(inputs)) {
      getLog().debug("nothing changed since the last run");
    } else {
      Path staging = emptied(work.resolve("staging"));
      if (!schemas.isEmpty()) {
        run(arguments(imports.unpack(emptied(work.resolve("imports"))), staging, schemas));
      }
      int changed = folder.replaceWith(staging, inputs);
      getLog().info(schemas.size() + " schemas, " + changed + " files changed in " + output());
    }
    done();
  }

  private void run(List<String> arguments)
      throws IOException, InterruptedException, JdkSearch.NoJdk, MojoFailureException {
    Jdk java = jdk();
    getLog().debug("JDK " + java.feature() + " in " + java.home());
    Generator generator = new Generator(java, files(pluginArtifacts), getLog());
    List<String> errors = generator.run(project.getBasedir().toPath(), arguments);
    if (!errors.isEmpty()) {
      errors.forEach(getLog()::error);
      throw new MojoFailureException("schemas in " + sources() + ":\n" + String.join("\n", errors));
    }
  }

  private List<String> arguments(List<Path> imported, Path staging, List<Path> schemas)
      throws MojoExecutionException {
    List<String> arguments = new ArrayList<>(List.of("--src-prefix", sources().getPath()));
    if (capnp != null) {
      arguments.addAll(List.of("--capnp", capnp));
    }
    arguments.addAll(List.of("--import", sources().getPath()));
    for (File path : importPaths) {
      arguments.addAll(List.of("--import", path.getPath()));
    }
    for (Path path : imported) {
      arguments.addAll(List.of("--import", path.toString()));
    }
    arguments.addAll(targets(staging));
    schemas.forEach(schema -> arguments.add(schema.toString()));
    return arguments;
  }

  private String fingerprint(ImportedSchemas imports, List<Path> schemas)
      throws IOException, MojoExecutionException {
    Fingerprint inputs = new Fingerprint().text("version", execution.getVersion());
    for (File generator : files(pluginArtifacts)) {
      inputs.contents("generator", generator.toPath());
    }
    inputs.text("targets", String.join("\n", targets(Path.of(""))));
    if (capnp != null) {
      inputs.text("capnp", capnp);
      inputs.contents("capnp", SchemaFiles.onPath(capnp));
    }
    for (Path schema : schemas) {
      inputs.text("schema", sources().toPath().relativize(schema).toString());
    }
    for (Path file : SchemaFiles.in(sources().toPath(), List.of("**/*.capnp"))) {
      inputs.contents("source " + sources().toPath().relativize(file), file);
    }
    for (File path : importPaths) {
      for (Path file : SchemaFiles.in(path.toPath(), List.of("**/*.capnp"))) {
        inputs.contents("import " + file, file);
      }
    }
    imports.describe(inputs);
    return inputs.value();
  }

  private static List<File> files(Collection<Artifact> artifacts) {
    return artifacts.stream().map(Artifact::getFile).flatMap(Stream::ofNullable).toList();
  }

  private Jdk jdk() throws JdkSearch.NoJdk {
    JdkSearch search = new JdkSearch();
    search.home(jdk == null ? null : jdk.toPath());
    search.home(toolchain().orElse(null));
    return search.usualPlaces(System.getenv(), Path.of(System.getProperty("user.home"))).find();
  }

  private Optional<Path> toolchain() {
    Toolchain selected = toolchains.getToolchainFromBuildContext("jdk", session);
    String java = selected == null ? null : selected.findTool("java");
    return Optional.ofNullable(java).map(path -> Path.of(path).resolve("../..").normalize());
  }

  private static Path emptied(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
