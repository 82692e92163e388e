/// What a run leaves: tables, the JSON object, pages with bars, and the gate that compares a run
/// with an earlier one.
@NullMarked
package dev.caplens.bench.report;

import org.jspecify.annotations.NullMarked;
