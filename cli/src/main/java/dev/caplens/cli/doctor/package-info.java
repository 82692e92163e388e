/// `caplens doctor`: what this machine has, what it lacks, and what to do about it.
///
/// A [dev.caplens.cli.doctor.Check] looks at one side of the machine and returns a
/// [dev.caplens.cli.doctor.Finding] per thing; [dev.caplens.cli.doctor.DoctorCommand] holds the
/// list of checks.
@NullMarked
package dev.caplens.cli.doctor;

import org.jspecify.annotations.NullMarked;
