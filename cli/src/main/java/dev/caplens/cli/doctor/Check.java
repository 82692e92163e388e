package dev.caplens.cli.doctor;

import java.util.List;

/// One side of the machine that the doctor looks at. A check tries the thing itself rather than
/// reading about it, and turns every failure into a finding: it throws nothing.
@FunctionalInterface
interface Check {
  /// Looks, and says what there is: one finding per thing.
  List<Finding> examine();
}
