/// Tests of reports and of the gate.
@NullMarked
package dev.caplens.bench.report;

import org.jspecify.annotations.NullMarked;
