package dev.caplens.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that write Java lenses share. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters before it calls execute.
abstract class LensMojo extends GeneratingMojo {
  private static final String CORE = "lens-core";
  private static final String JAVA = "java";

  /**
   * The package of schemas that name none with {@code $Java.package}. By default it follows from
   * the schema's path: {@code org/example/person.capnp} is in {@code org.example}.
   */
  @Parameter(property = "caplens.javaPackage")
  private @Nullable String javaPackage;

  /**
   * The encoding of the Java files. Schemas are always in UTF-8; a character that this encoding
   * lacks becomes a Unicode escape.
   */
  @Parameter(property = "encoding", defaultValue = "${project.build.sourceEncoding}")
  private @Nullable String encoding;

  /**
   * Generators of others to run on the same schemas: any program {@code capnpc-NAME}. Each {@code
   * <language>} has a {@code name} and may have an {@code outputDirectory} and {@code sourceRoot}
   * ({@code true}: what it writes is Java that is compiled with the project).
   */
  @Parameter private List<Language> languages = new ArrayList<>();

  /** Where the Java files go. */
  abstract File outputDirectory();

  /** Where other languages go by default. */
  abstract Path generatedFolder();

  /** Makes Maven compile the Java files of a folder. */
  abstract void addSources(String folder);

  @Override
  final List<Output> outputs() throws MojoExecutionException {
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output(JAVA, outputDirectory().toPath(), this::options));
    Set<String> names = new HashSet<>();
    for (Language language : languages) {
      if (language.name().isEmpty()) {
        throw new MojoExecutionException("a <language> needs a <name>: c++ for capnpc-c++");
      }
      if (!names.add(language.shortName())) {
        throw new MojoExecutionException(
            "two <language> elements are " + language.shortName() + "; a goal runs each once");
      }
      Path folder = language.folder(generatedFolder());
      outputs.add(new Output(language.shortName(), folder, stage -> plugin(language, stage)));
    }
    return outputs;
  }

  private List<String> options(Path folder) {
    List<String> options = new ArrayList<>(List.of("--java", folder.toString()));
    if (javaPackage != null) {
      options.addAll(List.of("--java-package", javaPackage));
    }
    return options;
  }

  private static List<String> plugin(Language language, Path folder) {
    return List.of("--plugin", language.name() + '=' + folder);
  }

  @Override
  final void describe(Fingerprint inputs) throws IOException {
    inputs.text("encoding", charset().map(Charset::name).orElse(""));
    for (Language language : languages) {
      inputs.contents("plugin", SchemaFiles.onPath(language.program()));
    }
  }

  /** Code that was generated for one version of the core is compiled against that version. */
  @Override
  final void begin() throws MojoFailureException {
    Optional<String> made = version(pluginArtifacts);
    Optional<String> used = version(dependencies());
    if (made.isEmpty()) {
      return;
    }
    String wanted = GROUP + ':' + CORE + ':' + made.get();
    if (used.isEmpty()) {
      getLog().warn("generated code needs " + wanted + ", which is not among the dependencies");
    } else if (!used.get().equals(made.get())) {
      throw new MojoFailureException(
          "the generator writes code for "
              + wanted
              + ", but the project depends on version "
              + used.get()
              + "; give the plugin and the dependency the same version");
    }
  }

  private static Optional<String> version(Iterable<Artifact> artifacts) {
    for (Artifact artifact : artifacts) {
      if (artifact.getGroupId().equals(GROUP) && artifact.getArtifactId().equals(CORE)) {
        return Optional.of(artifact.getBaseVersion());
      }
    }
    return Optional.empty();
  }

  @Override
  final void finish(Path staging) throws IOException {
    Optional<Charset> charset = charset();
    if (charset.isPresent()) {
      JavaEncoding.of(charset.get()).convert(staging.resolve(JAVA));
    }
  }

  private Optional<Charset> charset() throws IOException {
    try {
      return Optional.ofNullable(encoding).filter(name -> !name.isBlank()).map(Charset::forName);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new IOException("Java files in the encoding '" + encoding + "', which is unknown");
    }
  }

  @Override
  void done() {
    addSources(outputDirectory().getPath());
    for (Language language : languages) {
      if (language.isSourceRoot()) {
        addSources(language.folder(generatedFolder()).toString());
      }
    }
  }
}
