package dev.caplens.maven;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/** A previous version of the schemas; its text says where it is. */
interface PreviousSchemas {
  /**
   * The folder of its schemas.
   *
   * @param scratch an empty folder to unpack them in
   * @throws Missing if there is none
   * @throws MojoExecutionException if that cannot be found out
   */
  Path below(Path scratch)
      throws IOException, InterruptedException, Missing, MojoExecutionException;

  /** There is no previous version. */
  final class Missing extends Exception {
    private static final long serialVersionUID = 1L;

    Missing(String message) {
      super(message);
    }
  }
}
