package dev.caplens.bench.rings;

import dev.caplens.bench.pairs.Payload;
import dev.caplens.bench.pairs.Receiver;
import dev.caplens.bench.pairs.Sender;
import dev.caplens.bench.pairs.Setting;
import dev.caplens.bench.pairs.Sink;
import dev.caplens.bench.pairs.Transport;
import dev.caplens.bench.pairs.Work;
import io.aeron.Aeron;
import io.aeron.Publication;
import io.aeron.Subscription;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.logbuffer.BufferClaim;
import io.aeron.logbuffer.FragmentHandler;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.jspecify.annotations.Nullable;

/// Aeron over its IPC channel: terms of 16 MiB, messages claimed and read in place.
///
/// The driver runs in the process that creates, with threads of its own that are not pinned. Its
/// conductor, the only one that IPC needs, spins where there are at least four cores. On fewer it
/// would take a core from the two ends, so it backs off there, as do the driver's other two threads
/// always (decision 0062).
public final class AeronTransport implements Transport {

  private static final int FIRST_STREAM = 1001;
  private static final int LARGEST_MTU = 65_504;
  private static final int FRAME_HEADER = 32;
  private static final int USUAL_MTU = 1408;
  private static final int CORES_TO_SPIN = 4;

  private @Nullable MediaDriver driver;

  @SuppressWarnings("NullAway.Init") // create or attach comes first
  private Aeron aeron;

  private int payloadBytes;
  private boolean isExclusive;

  /// Neither created nor attached yet.
  public AeronTransport() {}

  @Override
  public void create(Setting setting) {
    boolean canSpin = Runtime.getRuntime().availableProcessors() >= CORES_TO_SPIN;
    MediaDriver.Context context =
        new MediaDriver.Context()
            .aeronDirectoryName(folder(setting))
            .dirDeleteOnStart(true)
            .termBufferSparseFile(false)
            .performStorageChecks(false)
            .threadingMode(ThreadingMode.DEDICATED)
            .conductorIdleStrategy(canSpin ? new BusySpinIdleStrategy() : backoff())
            .senderIdleStrategy(backoff())
            .receiverIdleStrategy(backoff());
    driver = MediaDriver.launch(context);
    attach(setting);
  }

  private static IdleStrategy backoff() {
    return new BackoffIdleStrategy(1, 1, 1_000, 100_000);
  }

  @Override
  public void attach(Setting setting) {
    payloadBytes = setting.task().payloadBytes();
    isExclusive = setting.task().work() != Work.THROUGHPUT || setting.task().senders() == 1;
    aeron =
        Aeron.connect(
            new Aeron.Context()
                .aeronDirectoryName(folder(setting))
                .preTouchMappedMemory(true)
                .driverTimeoutMs(30_000));
  }

  private static String folder(Setting setting) {
    return setting.folder().resolve("aeron").toString();
  }

  private String channel() {
    int frame = payloadBytes + FRAME_HEADER;
    return "aeron:ipc?term-length=16m|mtu=" + (frame <= USUAL_MTU ? USUAL_MTU : LARGEST_MTU);
  }

  @Override
  public Sender sender(Direction direction) {
    int stream = FIRST_STREAM + direction.ordinal();
    int bytes = payloadBytes;
    Publication publication =
        isExclusive
            ? aeron.addExclusivePublication(channel(), stream)
            : aeron.addPublication(channel(), stream);
    BufferClaim claim = new BufferClaim();
    return sequence -> {
      long position = publication.tryClaim(bytes, claim);
      if (position < 0) {
        return retry(position);
      }
      Payload.write(claim.buffer().addressOffset() + claim.offset(), bytes, sequence);
      claim.commit();
      return true;
    };
  }

  /// @return false
  private static boolean retry(long position) {
    if (position == Publication.CLOSED || position == Publication.MAX_POSITION_EXCEEDED) {
      throw new IllegalStateException("the publication is closed: " + position);
    }
    return false;
  }

  @Override
  public Receiver receiver(Direction direction, Sink sink) {
    int stream = FIRST_STREAM + direction.ordinal();
    Subscription subscription = aeron.addSubscription("aeron:ipc", stream);
    FragmentHandler handler =
        (buffer, offset, length, header) -> sink.accept(buffer.addressOffset() + offset, length);
    return limit -> subscription.poll(handler, limit);
  }

  @Override
  public void close() {
    aeron.close();
    if (driver != null) {
      driver.close();
    }
  }
}
