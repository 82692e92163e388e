package dev.caplens.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * Compares the schemas with a previous version of them, and fails if peers of the two versions
 * could misread each other, with all reasons.
 *
 * <p>One of {@code previousDirectory}, {@code previousRevision} and {@code previousArtifact} says
 * where the previous version is. A run in which neither version changed since the last success does
 * nothing.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters before it calls execute.
public final class CheckMojo extends SchemaMojo {
  /** The folder of the schemas. */
  @Parameter(defaultValue = "${project.basedir}/src/main/capnp")
  private File sourceDirectory;

  /** A folder with the previous version of the schemas. */
  @Parameter(property = "caplens.previousDirectory")
  private @Nullable File previousDirectory;

  /**
   * A revision of the git repository that holds the schemas: a tag, a branch, a commit. What stood
   * in the source folder then is the previous version. Needs the program {@code git}.
   */
  @Parameter(property = "caplens.previousRevision")
  private @Nullable String previousRevision;

  /**
   * An artifact that carries the previous version in {@code META-INF/capnp}: {@code
   * GROUP:ARTIFACT[:EXTENSION[:CLASSIFIER]]:VERSION}. The version may be a range, such as {@code
   * (,2.0)}, of which the newest is taken.
   */
  @Parameter(property = "caplens.previousArtifact")
  private @Nullable String previousArtifact;

  /**
   * Whether it is an error that there is no previous version: no such artifact, or no schemas in
   * it. A first release says {@code false}.
   */
  @Parameter(property = "caplens.previousRequired", defaultValue = "true")
  private boolean previousRequired = true;

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
  private RepositorySystemSession repositories;

  @Parameter(defaultValue = "${project.remoteProjectRepositories}", readonly = true)
  private List<RemoteRepository> remotes;

  @Inject private RepositorySystem resolver;

  @Override
  File sources() {
    return sourceDirectory;
  }

  @Override
  void work()
      throws IOException,
          InterruptedException,
          JdkSearch.NoJdk,
          MojoFailureException,
          MojoExecutionException {
    Path folder;
    List<Path> previous;
    try {
      folder = previous().below(emptied(workFolder().resolve("previous")));
      previous = SchemaFiles.in(folder, includes);
      if (previous.isEmpty()) {
        throw new PreviousSchemas.Missing("there are no schemas in " + previous());
      }
    } catch (PreviousSchemas.Missing missing) {
      if (previousRequired) {
        throw new MojoExecutionException(
            missing.getMessage() + "; if this is the first version, set previousRequired to false");
      }
      getLog().warn("nothing is compared: " + missing.getMessage());
      return;
    }
    List<Path> schemas = schemas();
    if (schemas.isEmpty()) {
      throw new MojoFailureException(
          "there are no schemas in "
              + sources()
              + ", but "
              + previous.size()
              + " in "
              + previous());
    }
    ImportedSchemas imports = imports();
    String inputs = inputs(imports, schemas).schemas("previous", folder).value();
    Path record = workFolder().resolve("compatible");
    if (Files.exists(record) && Files.readString(record).equals(inputs)) {
      getLog().info("nothing changed since the schemas were found compatible");
      return;
    }
    Path unpacked = emptied(workFolder().resolve("imports"));
    List<String> arguments = importArguments(imports.unpack(unpacked));
    compare(schemas, folder, previous, arguments);
    Files.writeString(record, inputs);
    getLog().info(schemas.size() + " schemas are compatible with " + previous());
  }

  private void compare(List<Path> schemas, Path folder, List<Path> previous, List<String> imports)
      throws IOException,
          InterruptedException,
          JdkSearch.NoJdk,
          MojoFailureException,
          MojoExecutionException {
    schemas.forEach(schema -> buildContext.removeMessages(schema.toFile()));
    List<String> arguments = new ArrayList<>(List.of("--src-prefix", sources().getPath()));
    arguments.addAll(imports);
    arguments.addAll(List.of("--previous-prefix", folder.toString()));
    previous.forEach(schema -> arguments.addAll(List.of("--previous", schema.toString())));
    schemas.forEach(schema -> arguments.add(schema.toString()));
    run("the schemas in " + sources() + " are not compatible with " + previous(), arguments);
  }

  private PreviousSchemas previous() throws MojoExecutionException {
    if (Stream.of(previousDirectory, previousRevision, previousArtifact)
            .filter(value -> value != null)
            .count()
        != 1) {
      throw new MojoExecutionException(
          "say where the previous version of the schemas is, with one of previousDirectory (a"
              + " folder), previousRevision (a git tag or commit) and previousArtifact"
              + " (GROUP:ARTIFACT:VERSION); on the command line with -Dcaplens.previous...=");
    }
    if (previousDirectory != null) {
      return new PreviousDirectory(previousDirectory.toPath());
    }
    if (previousRevision != null) {
      return new GitRevision(previousRevision, sources().toPath(), project.getBasedir().toPath());
    }
    return new PreviousArtifact(
        String.valueOf(previousArtifact), resolver, repositories, remotes, getLog());
  }
}
