package dev.caplens.bench.rings;

import dev.caplens.bench.pairs.Pace;
import dev.caplens.bench.pairs.PairSubject;
import dev.caplens.bench.pairs.Task;
import dev.caplens.bench.pairs.Transport;
import dev.caplens.bench.pairs.Work;
import dev.caplens.bench.rounds.Cell;
import dev.caplens.bench.rounds.Plan;
import dev.caplens.bench.rounds.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The group `rings`: what stands today, the ring of slots and the ping-pong channels, against each
/// peer that does the same.
public final class RingCells {

  private static final String GROUP = "rings";
  private static final String SLOTS = "slots";
  private static final String CHANNEL = "channel";
  private static final String RATE = "msg/s";
  private static final String TIME = "ns";
  private static final int SMALL = 64;
  private static final int LARGE = 16 << 10;
  private static final int OPEN_LOOP_RATE = 1_000_000;

  /// Who carries messages, under the name of its artifact.
  private enum Peer {
    ONE_TO_ONE("agrona OneToOneRingBuffer", AgronaTransport.OneToOne.class, true),
    MANY_TO_ONE("agrona ManyToOneRingBuffer", AgronaTransport.ManyToOne.class, true),
    AERON("aeron IPC", AeronTransport.class, true),
    JCTOOLS("jctools SpscArrayQueue", QueueTransport.class, false),
    DISRUPTOR("lmax Disruptor", DisruptorTransport.class, false);

    private final String artifact;
    private final Class<? extends Transport> transport;
    private final boolean isForProcesses;

    Peer(String artifact, Class<? extends Transport> transport, boolean isForProcesses) {
      this.artifact = artifact;
      this.transport = transport;
      this.isForProcesses = isForProcesses;
    }
  }

  private final List<Cell> cells = new ArrayList<>();
  private final boolean isQuick;

  private RingCells(boolean isQuick) {
    this.isQuick = isQuick;
  }

  /// All cells; in the quick plan fewer sizes and numbers of senders, and Agrona's ring for many
  /// senders only where many send. The C program is compiled in the folder; where there is no
  /// compiler, that is said and its rows are left out.
  public static List<Cell> all(Path folder, Plan plan) throws InterruptedException {
    RingCells cells = new RingCells(plan.equals(Plan.QUICK));
    cells.addThroughput();
    cells.addSenders();
    cells.addRoundTrips();
    cells.addOpenLoop();
    Optional<Path> program = RingProgram.compile(folder);
    if (program.isPresent()) {
      cells.addC(program.get());
    } else {
      System.err.println("caplens bench: no rows for C: " + RingProgram.NEEDED);
    }
    return cells.cells;
  }

  private void addThroughput() {
    addAll(Work.THROUGHPUT, true, SMALL);
    if (!isQuick) {
      addAll(Work.THROUGHPUT, true, 1024);
    }
    for (int payload : isQuick ? List.of(SMALL, LARGE) : List.of(SMALL, 256, 1024, 4096, LARGE)) {
      addAll(Work.THROUGHPUT, false, payload);
    }
  }

  private void addRoundTrips() {
    addAll(Work.ROUND_TRIP, true, SMALL);
    addFloor(SLOTS, SlotTransport.class, true);
    addAll(Work.ROUND_TRIP, false, SMALL);
    addFloor(SLOTS, SlotTransport.class, false);
    addFloor(CHANNEL, ChannelTransport.class, false);
    add(
        "round-trip",
        CHANNEL,
        Task.of(ChannelTransport.class, Work.ROUND_TRIP, false, SMALL),
        Peer.ONE_TO_ONE);
    if (!isQuick) {
      addAll(Work.ROUND_TRIP, false, 1024);
    }
  }

  /// Ours against every peer that can.
  private void addAll(Work work, boolean isOneProcess, int payload) {
    Task ours = Task.of(SlotTransport.class, work, isOneProcess, payload);
    for (Peer peer : Peer.values()) {
      if (isMeantForOne(peer) && (isOneProcess || peer.isForProcesses)) {
        add(work.argument(), SLOTS, ours, peer);
      }
    }
  }

  /// How cost grows with the number of processes: several that send to one.
  private void addSenders() {
    for (int senders : isQuick ? List.of(4) : List.of(2, 4)) {
      Task ours = Task.of(SlotTransport.class, Work.THROUGHPUT, false, SMALL).senders(senders);
      add(senders + "-to-one", SLOTS, ours, Peer.MANY_TO_ONE);
      add(senders + "-to-one", SLOTS, ours, Peer.AERON);
    }
  }

  private void addOpenLoop() {
    Task ours = Task.of(SlotTransport.class, Work.OPEN_LOOP, false, SMALL).rate(OPEN_LOOP_RATE);
    for (Peer peer : List.of(Peer.ONE_TO_ONE, Peer.MANY_TO_ONE, Peer.AERON)) {
      if (isMeantForOne(peer)) {
        add("open-loop 1M/s", SLOTS, ours, peer);
      }
    }
  }

  private boolean isMeantForOne(Peer peer) {
    return !(isQuick && peer == Peer.MANY_TO_ONE);
  }

  private void addFloor(
      String subject, Class<? extends Transport> transport, boolean isOneProcess) {
    Task ours = Task.of(transport, Work.ROUND_TRIP, isOneProcess, SMALL);
    Task floor = Task.of(LineTransport.class, Work.ROUND_TRIP, isOneProcess, Long.BYTES);
    add("round-trip", mode(ours), subject, "cache line (the floor)", ours, floor);
  }

  /// A JVM and a program in C at our ring, against two JVMs at the peer's.
  private void addC(Path program) {
    for (Work work : List.of(Work.THROUGHPUT, Work.ROUND_TRIP)) {
      Task ours = Task.of(SlotTransport.class, work, false, SMALL);
      Task theirs = Task.of(AgronaTransport.OneToOne.class, work, false, SMALL);
      cells.add(
          new Cell(
              GROUP,
              work.argument(),
              "JVM and C, 64 B",
              SLOTS,
              Peer.ONE_TO_ONE.artifact,
              unit(work),
              new PairSubject(ours, Pace.USUAL, List.of(program)),
              PairSubject.of(theirs),
              SMALL));
    }
  }

  private void add(String name, String subject, Task ours, Peer peer) {
    Task theirs =
        new Task(
            peer.transport,
            ours.work(),
            ours.isOneProcess(),
            ours.payloadBytes(),
            ours.senders(),
            ours.rate());
    add(name, mode(ours), subject, peer.artifact, ours, theirs);
  }

  private void add(String name, String mode, String subject, String peer, Task ours, Task theirs) {
    Subject mine = PairSubject.of(ours);
    Subject other = PairSubject.of(theirs);
    String unit = unit(ours.work());
    cells.add(new Cell(GROUP, name, mode, subject, peer, unit, mine, other, ours.payloadBytes()));
  }

  private static String unit(Work work) {
    return work == Work.THROUGHPUT ? RATE : TIME;
  }

  private static String mode(Task task) {
    int bytes = task.payloadBytes();
    String size = bytes < 1024 ? bytes + " B" : (bytes >> 10) + " KiB";
    return (task.isOneProcess() ? "threads, " : "processes, ") + size;
  }
}
