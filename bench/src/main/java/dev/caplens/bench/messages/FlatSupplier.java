package dev.caplens.bench.messages;

import dev.caplens.bench.values.Formula;
import dev.caplens.bench.values.Garage;
import dev.caplens.bench.values.SearchPage;
import dev.caplens.cli.CommandFailed;
import java.util.List;

/// The exchanges in FlatBuffers. They are there only where `flatc` was when this was built, so they
/// are found by name.
public interface FlatSupplier {

  /// How to get what is missing.
  String NEEDED = "apt-get install flatbuffers-compiler, and build again";

  /// CarSales.
  EncodedExchange<Garage, ?> carSales(List<Garage> garages);

  /// CatRank.
  EncodedExchange<SearchPage, ?> catRank(List<SearchPage> pages);

  /// Eval.
  EncodedExchange<Formula, ?> eval(List<Formula> formulas);

  /// Whether they were built.
  static boolean isPossible() {
    return FlatSupplier.class.getResource("/dev/caplens/bench/flatbuffers/FlatExchanges.class")
        != null;
  }

  /// The supplier.
  ///
  /// @throws CommandFailed if it was not built
  static FlatSupplier found() {
    try {
      return (FlatSupplier)
          Class.forName("dev.caplens.bench.flatbuffers.FlatExchanges")
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new CommandFailed("no FlatBuffers: " + NEEDED, e);
    }
  }
}
