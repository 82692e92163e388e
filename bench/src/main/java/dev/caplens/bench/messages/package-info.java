/// Building, sending and reading whole messages: CarSales (many small fields), CatRank (text) and
/// Eval (a deep tree), by our lenses and by their peers.
@NullMarked
package dev.caplens.bench.messages;

import org.jspecify.annotations.NullMarked;
