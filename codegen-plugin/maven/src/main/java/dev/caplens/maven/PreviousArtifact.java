package dev.caplens.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.version.Version;

/**
 * The previous version as an artifact that carries its schemas in {@code META-INF/capnp}.
 *
 * @param coordinates {@code GROUP:ARTIFACT[:EXTENSION[:CLASSIFIER]]:VERSION}
 */
record PreviousArtifact(
    String coordinates,
    RepositorySystem resolver,
    RepositorySystemSession session,
    List<RemoteRepository> remotes,
    Log log)
    implements PreviousSchemas {
  @Override
  public Path below(Path scratch) throws IOException, Missing, MojoExecutionException {
    Artifact artifact = newest(parsed());
    File file = file(artifact);
    Path schemas = Files.createDirectories(scratch.resolve("schemas"));
    List<Path> folders = new ImportedSchemas(List.of(file), log).unpack(schemas);
    return folders.isEmpty() ? schemas : folders.get(0);
  }

  private Artifact parsed() throws MojoExecutionException {
    try {
      return new DefaultArtifact(coordinates);
    } catch (IllegalArgumentException wrong) {
      throw new MojoExecutionException(
          "previousArtifact is '" + coordinates + "'; expected GROUP:ARTIFACT:VERSION", wrong);
    }
  }

  /** The newest version where a range is asked for. */
  private Artifact newest(Artifact artifact) throws Missing, MojoExecutionException {
    try {
      VersionRangeRequest request = new VersionRangeRequest(artifact, remotes, null);
      Version newest = resolver.resolveVersionRange(session, request).getHighestVersion();
      if (newest == null) {
        throw new Missing("there is no version of " + coordinates);
      }
      return artifact.setVersion(newest.toString());
    } catch (VersionRangeResolutionException wrong) {
      throw new MojoExecutionException("cannot look for " + coordinates, wrong);
    }
  }

  private File file(Artifact artifact) throws Missing {
    try {
      ArtifactRequest request = new ArtifactRequest(artifact, remotes, null);
      return resolver.resolveArtifact(session, request).getArtifact().getFile();
    } catch (ArtifactResolutionException absent) {
      throw new Missing("cannot get " + artifact + ": " + absent.getMessage());
    }
  }

  @Override
  public String toString() {
    return coordinates;
  }
}
