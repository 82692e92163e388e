package dev.caplens.bench.pairs;

import dev.caplens.bench.rings.SlotTransport;
import dev.caplens.bench.rounds.Plan;
import java.util.List;

/// A process that takes a sample which nobody waits for.
final class LongSample {

  private LongSample() {}

  public static void main(String[] arguments) throws Exception {
    Task task = Task.of(SlotTransport.class, Work.THROUGHPUT, false, 64);
    new PairSubject(task, new Pace(50_000, 1, 1000), List.of()).sample(Plan.QUICK);
  }
}
