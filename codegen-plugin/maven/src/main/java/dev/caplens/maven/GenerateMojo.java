package dev.caplens.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Generates Java lenses from the schemas in {@code src/main/capnp} and adds them to what is
 * compiled.
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
public final class GenerateMojo extends SchemaMojo {
  /** The folder of the schemas. */
  @Parameter(defaultValue = "${project.basedir}/src/main/capnp")
  private File sourceDirectory;

  /** Where the Java files go. */
  @Parameter(defaultValue = "${project.build.directory}/generated-sources/caplens")
  private File outputDirectory;

  /**
   * The package of schemas that name none with {@code $Java.package}. By default it follows from
   * the schema's path: {@code org/example/person.capnp} is in {@code org.example}.
   */
  @Parameter(property = "caplens.javaPackage")
  private @Nullable String javaPackage;

  @Override
  File sources() {
    return sourceDirectory;
  }

  @Override
  File output() {
    return outputDirectory;
  }

  @Override
  List<String> targets(Path staging) {
    List<String> targets = new ArrayList<>(List.of("--java", staging.toString()));
    if (javaPackage != null) {
      targets.addAll(List.of("--java-package", javaPackage));
    }
    return targets;
  }

  @Override
  void done() {
    project.addCompileSourceRoot(outputDirectory.getPath());
  }
}
