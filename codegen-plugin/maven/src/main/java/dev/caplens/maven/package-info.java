/**
 * The Maven goals of Caplens. They are compiled for release 17, since they run in Maven's own JVM;
 * everything that knows a schema is in the artifact {@code codegen}, which a goal starts in a JDK
 * 25 or newer.
 *
 * <p>A goal finds the schemas and what they import, asks whether anything changed since the last
 * run ({@link dev.caplens.maven.Fingerprint}), finds a JDK ({@link dev.caplens.maven.JdkSearch}),
 * runs the generator into an empty folder ({@link dev.caplens.maven.Generator}), and brings what
 * came out to its place ({@link dev.caplens.maven.OutputFolder}). What the generator says of a
 * schema goes to an IDE through {@code BuildContext}. The goal {@code check} gets a previous
 * version of the schemas from one of {@link dev.caplens.maven.PreviousSchemas} instead.
 */
@NullMarked
package dev.caplens.maven;

import org.jspecify.annotations.NullMarked;
