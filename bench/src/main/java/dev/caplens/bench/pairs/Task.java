package dev.caplens.bench.pairs;

/// What a sample asks.
///
/// @param transport what is between the seats
/// @param work what the seats do
/// @param isOneProcess whether the seats are threads of one process
/// @param payloadBytes the size of a message, a multiple of 8
/// @param senders how many seats send, 1 where the work is not [Work#THROUGHPUT]
/// @param rate messages per second, 0 where the work is not [Work#OPEN_LOOP]
public record Task(
    Class<? extends Transport> transport,
    Work work,
    boolean isOneProcess,
    int payloadBytes,
    int senders,
    int rate) {

  /// One that sends and one that receives.
  public static Task of(
      Class<? extends Transport> transport, Work work, boolean isOneProcess, int payloadBytes) {
    return new Task(transport, work, isOneProcess, payloadBytes, 1, 0);
  }

  /// The same with several senders.
  public Task senders(int count) {
    return new Task(transport, work, isOneProcess, payloadBytes, count, rate);
  }

  /// The same at a fixed rate.
  public Task rate(int perSecond) {
    return new Task(transport, work, isOneProcess, payloadBytes, senders, perSecond);
  }

  /// How many seats there are.
  public int seats() {
    return senders + 1;
  }

  @Override
  public String toString() {
    return "%s of %d bytes by %s, %s%s"
        .formatted(
            work.argument(),
            payloadBytes,
            transport.getSimpleName(),
            isOneProcess ? "threads" : "processes",
            senders > 1 ? ", " + senders + " senders" : "");
  }
}
