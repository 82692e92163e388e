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
import java.util.stream.Collectors;
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
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/** What all goals share: schemas, what they import, and a JDK that runs the generator on them. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters before it calls execute.
abstract class SchemaMojo extends AbstractMojo {
  static final String GROUP = "dev.caplens";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  List<Artifact> pluginArtifacts;

  @Inject private ToolchainManager toolchains;

  @Inject BuildContext buildContext;

  /**
   * The schemas to take, as patterns below the source folder: {@code *}, {@code **} and {@code ?}.
   */
  @Parameter(defaultValue = "**/*.capnp")
  List<String> includes;

  /** Further folders to look in for what a schema imports with a leading slash. */
  @Parameter private List<File> importPaths = new ArrayList<>();

  /**
   * The folder of the JDK (25 or newer) that runs the generator. By default the toolchain's, then
   * what is found; if one is named here, no other is looked for.
   */
  @Parameter(property = "caplens.jdk")
  private @Nullable File jdk;

  /**
   * A schema compiler {@code capnp} to use instead of the one that is built in: a path, or a name
   * that is looked up on the PATH.
   */
  @Parameter(property = "caplens.capnp")
  @Nullable String capnp;

  /** Skips the goal. */
  @Parameter(property = "caplens.skip", defaultValue = "false")
  private boolean skip;

  /** The folder of the schemas. */
  abstract File sources();

  /** The goal's work, unless it is skipped. */
  abstract void work()
      throws IOException,
          InterruptedException,
          JdkSearch.NoJdk,
          MojoFailureException,
          MojoExecutionException;

  /** The property that says that this goal is to be skipped; empty if none does. */
  String skippedBy() {
    return skip ? "caplens.skip" : "";
  }

  /** Where to look for imports with a leading slash, after the schemas' own folder. */
  List<File> importFolders() {
    return importPaths;
  }

  /** The artifacts whose schemas can be imported. */
  Collection<Artifact> dependencies() {
    return project.getArtifacts();
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (!skippedBy().isEmpty()) {
      getLog().info("skipped, since " + skippedBy() + " is set");
      return;
    }
    try {
      work();
    } catch (IOException failure) {
      throw new MojoExecutionException("cannot read or write " + failure.getMessage(), failure);
    } catch (JdkSearch.NoJdk failure) {
      throw new MojoExecutionException(failure.getMessage(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted while the generator ran", interrupted);
    }
  }

  /** The schemas that the patterns name, sorted. */
  final List<Path> schemas() throws IOException {
    return SchemaFiles.in(sources().toPath(), includes);
  }

  /** What this goal keeps for itself; one execution may run several goals. */
  final Path workFolder() {
    String run = execution.getExecutionId() + '-' + execution.getGoal();
    return Path.of(project.getBuild().getDirectory(), "caplens", run);
  }

  /**
   * Runs the generator and hands its messages to the build and to an IDE.
   *
   * @param problem what to say in front of the errors
   * @throws MojoFailureException with all errors, if there are any
   */
  final void run(String problem, List<String> arguments)
      throws IOException, InterruptedException, JdkSearch.NoJdk, MojoFailureException {
    Jdk java = jdk();
    getLog().debug("JDK " + java.feature() + " in " + java.home());
    Generator generator = new Generator(java, files(generator()), getLog());
    Path folder = project.getBasedir().toPath();
    List<Diagnostic> found = generator.run(folder, arguments);
    for (Diagnostic diagnostic : found) {
      tell(diagnostic, folder);
    }
    String errors =
        found.stream()
            .filter(Diagnostic::isError)
            .map(Diagnostic::forMaven)
            .collect(Collectors.joining("\n"));
    if (!errors.isEmpty()) {
      throw new MojoFailureException(problem + ":\n" + errors);
    }
  }

  private void tell(Diagnostic diagnostic, Path folder) {
    if (diagnostic.file().isEmpty()) {
      if (!diagnostic.isError()) {
        getLog().warn(diagnostic.text());
      }
      return;
    }
    buildContext.addMessage(
        folder.resolve(diagnostic.file()).toFile(),
        diagnostic.line(),
        diagnostic.column(),
        diagnostic.text(),
        diagnostic.isError() ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING,
        null);
  }

  /** Where imports with a leading slash are looked for, as arguments of the generator. */
  final List<String> importArguments(List<Path> imported) {
    List<String> arguments = new ArrayList<>();
    if (capnp != null) {
      arguments.addAll(List.of("--capnp", capnp));
    }
    arguments.addAll(List.of("--import", sources().getPath()));
    for (File path : importFolders()) {
      arguments.addAll(List.of("--import", path.getPath()));
    }
    for (Path path : imported) {
      arguments.addAll(List.of("--import", path.toString()));
    }
    return arguments;
  }

  /** Everything that decides what the generator makes of the schemas, but the outputs asked for. */
  final Fingerprint inputs(ImportedSchemas imports, List<Path> schemas) throws IOException {
    Path sources = sources().toPath();
    Fingerprint inputs = new Fingerprint().text("version", execution.getVersion());
    for (File generator : files(generator())) {
      inputs.archive("generator", generator.toPath());
    }
    if (capnp != null) {
      inputs.text("capnp", capnp).contents("capnp", SchemaFiles.onPath(capnp));
    }
    for (Path schema : schemas) {
      inputs.text("schema", sources.relativize(schema).toString());
    }
    inputs.schemas("source", sources);
    for (File path : importFolders()) {
      inputs.text("import", path.getPath()).schemas("import", path.toPath());
    }
    imports.describe(inputs);
    return inputs;
  }

  /** The schemas of the dependencies. */
  final ImportedSchemas imports() throws IOException {
    return new ImportedSchemas(files(dependencies()), getLog());
  }

  /** The generator and its libraries, which are ours alone; the rest serves the goals. */
  private List<Artifact> generator() {
    return pluginArtifacts.stream().filter(a -> a.getGroupId().equals(GROUP)).toList();
  }

  private static List<File> files(Collection<Artifact> artifacts) {
    return artifacts.stream().map(Artifact::getFile).flatMap(Stream::ofNullable).toList();
  }

  private Jdk jdk() throws JdkSearch.NoJdk {
    JdkSearch search = new JdkSearch();
    if (jdk != null) { // whoever names one wants no other
      return search.home(jdk.toPath()).find();
    }
    search.home(toolchain().orElse(null));
    return search.usualPlaces(System.getenv(), Path.of(System.getProperty("user.home"))).find();
  }

  private Optional<Path> toolchain() {
    Toolchain selected = toolchains.getToolchainFromBuildContext("jdk", session);
    String java = selected == null ? null : selected.findTool("java");
    return Optional.ofNullable(java).map(path -> Path.of(path).resolve("../..").normalize());
  }

  static Path emptied(Path folder) throws IOException {
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
