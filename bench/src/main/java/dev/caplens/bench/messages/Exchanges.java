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

  /// The peer Simple Binary Encoding.
  public static final String SBE = "sbe";

  /// The peer FlatBuffers, where it was built.
  public static final String FLATBUFFERS = "flatbuffers";

  /// The peer Protocol Buffers.
  public static final String PROTOBUF = "protobuf";

  /// The workloads.
  public static final List<String> WORKLOADS = List.of("carsales", "catrank", "eval");

  private static final long SEED = 20261121;
  private static final int CARS = 100;
  private static final int HITS = 500;
  private static final int FORMULAS = 64;

  private Exchanges() {}

  /// Whether a subject can do a workload in a mode: object, bytes, packed or read.
  ///
  /// SBE has no words for a tree; it and FlatBuffers have no objects beside their bytes; only Cap'n
  /// Proto has a packed form.
  public static boolean exists(String workload, String subject, String mode) {
    return switch (subject) {
      case OWN -> !workload.equals("eval");
      case SBE -> !workload.equals("eval") && isOneOf(mode, "bytes", "read");
      case FLATBUFFERS -> FlatSupplier.isPossible() && isOneOf(mode, "bytes", "read");
      case PROTOBUF -> isOneOf(mode, "object", "bytes", "read");
      default -> true;
    };
  }

  /// A new exchange.
  ///
  /// @throws IllegalArgumentException if there is none of these names
  public static Exchange of(String workload, String subject) {
    return switch (workload + " " + subject) {
      case "carsales plain" -> new LensCarSales(garages());
      case "carsales own" -> new CursorCarSales(garages());
      case "carsales runtime" -> new PeerCarSales(garages());
      case "carsales sbe" -> new SbeCarSales(garages());
      case "carsales flatbuffers" -> FlatSupplier.found().carSales(garages());
      case "carsales protobuf" -> new ProtoCarSales(garages());
      case "catrank plain" -> new LensCatRank(pages());
      case "catrank own" -> new CursorCatRank(pages());
      case "catrank runtime" -> new PeerCatRank(pages());
      case "catrank sbe" -> new SbeCatRank(pages());
      case "catrank flatbuffers" -> FlatSupplier.found().catRank(pages());
      case "catrank protobuf" -> new ProtoCatRank(pages());
      case "eval plain" -> new LensEval(formulas());
      case "eval runtime" -> new PeerEval(formulas());
      case "eval flatbuffers" -> FlatSupplier.found().eval(formulas());
      case "eval protobuf" -> new ProtoEval(formulas());
      default ->
          throw new IllegalArgumentException("no exchange '%s %s'".formatted(workload, subject));
    };
  }

  /// CarSales in the peers' style over those cars.
  public static Exchange carSales(Garage garage) {
    return new LensCarSales(List.of(garage));
  }

  private static boolean isOneOf(String mode, String... modes) {
    return List.of(modes).contains(mode);
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
