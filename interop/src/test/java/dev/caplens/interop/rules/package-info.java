/// The house rules as tests. A [dev.caplens.interop.rules.HouseRule] looks at a
/// [dev.caplens.interop.rules.SourceTree] and returns what breaks it; `HouseRulesTest` holds them
/// against this repository, `PlantedViolationsTest` shows that each of them can fail, and
/// `LayeringTest` reads the compiled classes.
@NullMarked
package dev.caplens.interop.rules;

import org.jspecify.annotations.NullMarked;
