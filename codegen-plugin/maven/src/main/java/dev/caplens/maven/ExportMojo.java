package dev.caplens.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes what other languages and tools read: C headers and TypeScript modules of the constants and
 * layouts, and the compiler's request itself. What is not named is not written.
 */
@Mojo(
    name = "export",
    defaultPhase = LifecyclePhase.GENERATE_RESOURCES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters before it calls execute.
public final class ExportMojo extends GeneratingMojo {
  /** The folder of the schemas. */
  @Parameter(defaultValue = "${project.basedir}/src/main/capnp")
  private File sourceDirectory;

  /**
   * The C header to write: a file that ends in {@code .h} and holds all schemas that are taken, or
   * a folder, where {@code x/person.capnp} becomes {@code x/person.h}.
   */
  @Parameter(property = "caplens.cHeader")
  private @Nullable File cHeader;

  /**
   * The TypeScript module to write: a file that ends in {@code .ts}, or a folder, as for the C
   * header.
   */
  @Parameter(property = "caplens.typescript")
  private @Nullable File typescript;

  /**
   * The file for the compiler's request (a framed message), as a {@code capnpc-*} plugin reads it.
   */
  @Parameter(property = "caplens.request")
  private @Nullable File request;

  /**
   * What every name in a C header begins with, {@code CAPLENS} for {@code CAPLENS_PAGE_SIZE}; by
   * default nothing.
   */
  @Parameter(property = "caplens.prefix")
  private @Nullable String prefix;

  @Override
  File sources() {
    return sourceDirectory;
  }

  @Override
  List<Output> outputs() throws MojoExecutionException {
    Path base = project.getBasedir().toPath();
    for (File target : new File[] {cHeader, typescript, request}) {
      if (target != null && !target.toPath().startsWith(base)) {
        throw new MojoExecutionException(
            "the export " + target + " must stand below the project's folder " + base);
      }
    }
    return List.of(new Output("export", base, this::options));
  }

  private List<String> options(Path folder) {
    List<String> options = new ArrayList<>();
    add(options, "--c-header", cHeader, folder);
    add(options, "--typescript", typescript, folder);
    add(options, "--save-request", request, folder);
    if (prefix != null) {
      options.addAll(List.of("--prefix", prefix));
    }
    return options;
  }

  private void add(List<String> options, String option, @Nullable File target, Path folder) {
    if (target != null) {
      Path name = project.getBasedir().toPath().relativize(target.toPath());
      options.addAll(List.of(option, folder.resolve(name).toString()));
    }
  }
}
