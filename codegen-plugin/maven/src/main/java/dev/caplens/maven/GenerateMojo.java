package dev.caplens.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Generates Java lenses from the schemas in {@code src/main/capnp} and adds them to what is
 * compiled; packs the schemas into the jar, where others can import them.
 *
 * <p>Schemas that dependencies carry in {@code META-INF/capnp} can be imported by their path there.
 * A run in which nothing changed writes nothing; files whose schema is gone are removed.
 */
@Mojo(
    name = "generate",
    defaultPhase = LifecyclePhase.GENERATE_SOURCES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters before it calls execute.
public final class GenerateMojo extends LensMojo {
  /** The folder of the schemas. */
  @Parameter(defaultValue = "${project.basedir}/src/main/capnp")
  private File sourceDirectory;

  /** Where the Java files go. */
  @Parameter(defaultValue = "${project.build.directory}/generated-sources/caplens")
  private File outputDirectory;

  /**
   * Whether the schemas become resources below {@code META-INF/capnp}, so that modules that depend
   * on this one can import them.
   */
  @Parameter(property = "caplens.packSchemas", defaultValue = "true")
  private boolean packSchemas = true;

  @Override
  File sources() {
    return sourceDirectory;
  }

  @Override
  File outputDirectory() {
    return outputDirectory;
  }

  @Override
  Path generatedFolder() {
    return Path.of(project.getBuild().getDirectory(), "generated-sources");
  }

  @Override
  void addSources(String folder) {
    project.addCompileSourceRoot(folder);
  }

  @Override
  void done() {
    super.done();
    boolean packed =
        project.getResources().stream()
            .anyMatch(resource -> sourceDirectory.getPath().equals(resource.getDirectory()));
    if (packSchemas && !packed && sourceDirectory.isDirectory()) {
      Resource schemas = new Resource();
      schemas.setDirectory(sourceDirectory.getPath());
      schemas.setTargetPath(ImportedSchemas.FOLDER);
      schemas.setIncludes(List.of("**/*.capnp"));
      project.addResource(schemas);
    }
  }
}
