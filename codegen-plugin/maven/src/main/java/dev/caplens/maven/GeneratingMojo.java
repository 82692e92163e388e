package dev.caplens.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What the goals that write files share: nothing is done where nothing changed, and what an earlier
 * run wrote and this one would not is removed.
 */
abstract class GeneratingMojo extends SchemaMojo {
  /** What the generator is to write. */
  abstract List<Output> outputs() throws MojoExecutionException;

  /** Adds what decides about the outputs besides schemas and options. */
  void describe(Fingerprint inputs) throws IOException {}

  /** Called before anything else. */
  void begin() throws MojoFailureException {}

  /** Called on what the generator wrote, before it is brought to its place. */
  void finish(Path staging) throws IOException {}

  /** Called when the files stand, whether or not they were written anew. */
  void done() {}

  @Override
  final void work()
      throws IOException,
          InterruptedException,
          JdkSearch.NoJdk,
          MojoFailureException,
          MojoExecutionException {
    long start = System.nanoTime();
    begin();
    List<Path> schemas = schemas();
    List<Output> outputs = outputs();
    OutputFolders folders = new OutputFolders(workFolder(), outputs);
    ImportedSchemas imports = imports();
    Fingerprint asked = inputs(imports, schemas);
    outputs.forEach(output -> output.describe(asked));
    describe(asked);
    String inputs = asked.value();
    // Also where nothing has to be done: an error may have been undone.
    schemas.forEach(schema -> buildContext.removeMessages(schema.toFile()));
    if (folders.areCurrent(inputs)) {
      long millis = (System.nanoTime() - start) / 1_000_000;
      getLog().info("nothing changed, " + schemas.size() + " schemas (" + millis + " ms)");
    } else {
      int changed = generate(schemas, imports, folders, inputs);
      getLog().info(schemas.size() + " schemas, " + changed + " files changed");
    }
    done();
  }

  private int generate(
      List<Path> schemas, ImportedSchemas imports, OutputFolders folders, String inputs)
      throws IOException, InterruptedException, JdkSearch.NoJdk, MojoFailureException {
    Path staging = emptied(workFolder().resolve("staging"));
    if (!schemas.isEmpty()) {
      List<String> arguments = new ArrayList<>(List.of("--src-prefix", sources().getPath()));
      Path unpacked = emptied(workFolder().resolve("imports"));
      arguments.addAll(importArguments(imports.unpack(unpacked)));
      for (Output output : folders.outputs()) {
        arguments.addAll(output.arguments(staging));
      }
      schemas.forEach(schema -> arguments.add(schema.toString()));
      run("schemas in " + sources(), arguments);
      finish(staging);
    }
    int changed = folders.replaceWith(staging, inputs);
    folders.outputs().forEach(output -> buildContext.refresh(output.folder().toFile()));
    return changed;
  }
}
