package dev.caplens.bench.flatbuffers;

import dev.caplens.bench.messages.EncodedExchange;
import dev.caplens.bench.messages.FlatSupplier;
import dev.caplens.bench.values.Formula;
import dev.caplens.bench.values.Garage;
import dev.caplens.bench.values.SearchPage;
import java.util.List;

/// What the rest of the benchmark finds by name where this part was compiled.
public final class FlatExchanges implements FlatSupplier {

  /// Called by reflection.
  public FlatExchanges() {}

  @Override
  public EncodedExchange<Garage, ?> carSales(List<Garage> garages) {
    return new FlatCarSales(garages);
  }

  @Override
  public EncodedExchange<SearchPage, ?> catRank(List<SearchPage> pages) {
    return new FlatCatRank(pages);
  }

  @Override
  public EncodedExchange<Formula, ?> eval(List<Formula> formulas) {
    return new FlatEval(formulas);
  }
}
