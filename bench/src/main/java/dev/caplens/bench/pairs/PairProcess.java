package dev.caplens.bench.pairs;

import dev.caplens.bench.rounds.Cores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A process of a sample: takes its seats, each a thread on a core of its own, and says at the end
/// what seat 0 has measured.
///
/// It lives no longer than who started it: its standard input is a pipe that nobody writes to, and
/// when that ends without the sample being over, the process removes the sample's folder and ends.
public final class PairProcess {

  private final Setting setting;
  private final Control control;
  private final Cores cores = Cores.ofProcess();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile String outcome = "";

  private PairProcess(Setting setting) throws IOException {
    this.setting = setting;
    this.control = Control.open(setting.folder());
  }

  /// Started by [PairSubject] with the arguments of a [Setting].
  public static void main(String[] arguments) throws Exception {
    Setting setting = Setting.of(List.of(arguments));
    Thread.ofPlatform().daemon().name("lifeline").start(() -> holdOn(setting.folder()));
    PairProcess process = new PairProcess(setting);
    @Nullable Throwable failure = process.run();
    if (failure != null && !(failure instanceof SampleOver)) {
      System.out.println(text(failure));
    } else if (failure == null) {
      System.out.println(process.outcome);
    }
    System.exit(failure == null ? 0 : 1);
  }

  private static String text(Throwable failure) {
    if (failure instanceof BrokenSequence broken) {
      return String.valueOf(broken.getMessage());
    }
    StringBuilder text = new StringBuilder(failure.toString());
    for (StackTraceElement element : failure.getStackTrace()) {
      text.append("\n  at ").append(element);
    }
    return failure.getCause() == null
        ? text.toString()
        : text + "\ncaused by " + text(failure.getCause());
  }

  private static void holdOn(Path folder) {
    try {
      while (System.in.read() >= 0) {
        // Nobody writes; what counts is the end.
      }
    } catch (IOException gone) {
      // Then who started this is gone as well.
    }
    Scratch.remove(folder);
    Runtime.getRuntime().halt(1);
  }

  private @Nullable Throwable run() throws InterruptedException {
    try (Transport transport = open()) {
      List<Thread> threads = new ArrayList<>();
      for (int seat : setting.seats()) {
        threads.add(
            Thread.ofPlatform().daemon().name("seat " + seat).start(() -> take(seat, transport)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
    return failure.get();
  }

  private Transport open() throws IOException {
    Transport transport = instance(setting.task().transport());
    if (setting.seat() <= 0) {
      transport.create(setting);
      control.markCreated();
    } else {
      Patience patience = patience();
      while (!control.isCreated()) {
        patience.idle();
      }
      transport.attach(setting);
    }
    return transport;
  }

  private static Transport instance(Class<? extends Transport> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " has no public constructor for this", e);
    }
  }

  private void take(int index, Transport transport) {
    try {
      cores.pin(index == 0 ? 0 : 1 + (index - 1) % Math.max(1, cores.count() - 1));
      Seat seat = new Seat(index, setting, transport, control, patience());
      String said = work(seat);
      if (index == 0) {
        outcome = said;
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private String work(Seat seat) {
    boolean isFirst = seat.index() == 0;
    switch (setting.task().work()) {
      case THROUGHPUT -> {
        if (isFirst) {
          return Throughput.receive(seat);
        }
        Throughput.send(seat);
      }
      case ROUND_TRIP -> {
        if (isFirst) {
          return RoundTrip.call(seat);
        }
        RoundTrip.echo(seat);
      }
      case OPEN_LOOP -> {
        if (isFirst) {
          return OpenLoop.receive(seat);
        }
        OpenLoop.send(seat);
      }
    }
    return "";
  }

  private Patience patience() {
    return new Patience(control, setting.task().seats() > Math.max(2, cores.count()));
  }

  private void fail(Throwable e) {
    if (!(e instanceof SampleOver)) {
      failure.set(e);
    } else {
      failure.compareAndSet(null, e);
    }
    control.fail();
  }
}
