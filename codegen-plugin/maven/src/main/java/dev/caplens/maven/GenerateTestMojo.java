package dev.caplens.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Generates Java lenses from the schemas in {@code src/test/capnp} and adds them to what is
 * compiled for the tests.
 *
 * <p>Schemas that dependencies carry in {@code META-INF/capnp}, and those of this project, can be
 * imported by their path there. A run in which nothing changed writes nothing; files whose schema
 * is gone are removed.
 */
@Mojo(
    name = "generate-test",
    defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters before it calls execute.
public final class GenerateTestMojo extends LensMojo {
  /** The folder of the schemas. */
  @Parameter(defaultValue = "${project.basedir}/src/test/capnp")
  private File sourceDirectory;

  /** The project's own schemas, which those of the tests can import. */
  @Parameter(defaultValue = "${project.basedir}/src/main/capnp")
  private File mainSourceDirectory;

  /** Where the Java files go. */
  @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/caplens")
  private File outputDirectory;

  /** Skips the goal where the tests are not compiled either. */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  private boolean skipTests;

  @Override
  String skippedBy() {
    return skipTests ? "maven.test.skip" : super.skippedBy();
  }

  @Override
  File sources() {
    return sourceDirectory;
  }

  @Override
  List<File> importFolders() {
    List<File> folders = new ArrayList<>(super.importFolders());
    folders.add(mainSourceDirectory);
    return folders;
  }

  @Override
  File outputDirectory() {
    return outputDirectory;
  }

  @Override
  Path generatedFolder() {
    return Path.of(project.getBuild().getDirectory(), "generated-test-sources");
  }

  @Override
  void addSources(String folder) {
    project.addTestCompileSourceRoot(folder);
  }
}
