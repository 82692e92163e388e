package dev.caplens.bench.messages;

import dev.caplens.bench.values.Formula;
import dev.caplens.bench.values.Garage;
import dev.caplens.bench.values.SearchPage;
import java.util.List;

/// The exchanges by name: a workload and a subject.
public final class Exchanges {

  /// Our lenses in the style of the peers: `get(i)`, one setter per field, decoded text.
  public static final String PLAIN = "plain";

  /// Our lenses in our own style: cursors, whole words, text that is not decoded.
  public static final String OWN = "own";

  /// The peer `org.capnproto:runtime`.
  public static final String RUNTIME = "runtime";

  /// The workloads.
  public static final List<String> WORKLOADS = List.of("carsales", "catrank", "eval");

  private static final long SEED = 20261121;
  private static final int CARS = 100;
  private static final int HITS = 500;
  private static final int FORMULAS = 64;

  private Exchanges() {}

  /// Whether a workload has a row for that subject.
  public static boolean exists(String workload, String subject) {
    return !subject.equals(OWN) || !workload.equals("eval");
  }

  /// A new exchange.
  ///
  /// @throws IllegalArgumentException if there is none of these names
  public static Exchange of(String workload, String subject) {
    return switch (workload + " " + subject) {
      case "carsales plain" -> new LensCarSales(garages());
      case "carsales own" -> new CursorCarSales(garages());
      case "carsales runtime" -> new PeerCarSales(garages());
      case "catrank plain" -> new LensCatRank(pages());
      case "catrank own" -> new CursorCatRank(pages());
      case "catrank runtime" -> new PeerCatRank(pages());
      case "eval plain" -> new LensEval(formulas());
      case "eval runtime" -> new PeerEval(formulas());
      default ->
          throw new IllegalArgumentException("no exchange '%s %s'".formatted(workload, subject));
    };
  }

  private static List<Garage> garages() {
    return List.of(Garage.of(CARS, SEED));
  }

  private static List<SearchPage> pages() {
    return List.of(SearchPage.of(HITS, SEED));
  }

  private static List<Formula> formulas() {
    return Formula.list(FORMULAS, SEED);
  }
}
