package dev.caplens.layout.arena;

import dev.caplens.core.memory.Region;
import dev.caplens.layout.map.MasterMap;
import dev.caplens.layout.map.Pin;
import dev.caplens.layout.map.PingPongBuffer;
import dev.caplens.layout.map.PingPongChannel.Layout;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// A value that one writer replaces and any process reads: two buffers, one active.
///
/// ```
///  channel, 128 bytes                     buffers, 1,088 bytes each
///  0                                      side 0             side 1
///  +---------------------------------+    +--------------+   +--------------+
///  | flips, u64; lowest bit = active |    | len | body   |   | len | body   |
///  +---------------------------------+    +--------------+   +--------------+
/// ```
///
/// | word  | written by  | read by    | ordering                            |
/// |-------|-------------|------------|-------------------------------------|
/// | flips | the writer  | readers    | volatile, pair `flip`               |
/// | pin   | each reader | the writer | volatile, pair `pin`                |
/// | bytes | the writer  | readers    | plain, covered by `flip`            |
///
/// A flip is one store of one word. A reader first pins the side that it saw active and then looks
/// again; the writer first flips and later looks at the pins before it writes the other side. One
/// of the two sees the other, so nobody reads what is being written. A reader that holds its pin
/// makes the writer skip a turn, never wait.
///
/// One thread writes ([#publish]); each process reads with one thread at a time.
public final class PingPongChannel {

  /// The largest body in bytes.
  public static final int BODY_BYTES = PingPongBuffer.Layout.BODY_LENGTH;

  private final Region region;
  private final int index;
  private final Layout channel;
  private final PingPongBuffer.Layout[] buffers = new PingPongBuffer.Layout[2];
  private final Pin.Layout[] pins = new Pin.Layout[MasterMap.PROCESS_ENTRY_COUNT];

  /// A channel of a region.
  ///
  /// @throws IndexOutOfBoundsException if there is no such channel
  public PingPongChannel(Region region, int index) {
    Objects.checkIndex(index, MasterMap.PING_PONG_CHANNEL_COUNT);
    this.region = region;
    this.index = index;
    this.channel =
        Layout.at(region, MasterMap.PING_PONG_CHANNELS_OFFSET + (long) index * Layout.SIZE);
    for (int side = 0; side < buffers.length; side++) {
      long at = (2L * index + side) * PingPongBuffer.Layout.SIZE;
      buffers[side] = PingPongBuffer.Layout.at(region, MasterMap.PING_PONG_BUFFERS_OFFSET + at);
    }
    for (int slot = 0; slot < pins.length; slot++) {
      long at = (long) slot * Pin.Layout.SIZE;
      pins[slot] = Pin.Layout.at(region, MasterMap.PINS_OFFSET + at);
    }
  }

  /// Writes a value in place.
  public interface Body {
    /// Writes into the buffer at `offset` of the region, at most [#BODY_BYTES] bytes.
    ///
    /// @return how many bytes were written
    int write(Region region, long offset);
  }

  /// Writes the inactive side and makes it the active one, unless somebody still reads it.
  ///
  /// @return whether it was published
  public boolean publish(Body body) {
    long seen = channel.getFlipsVolatile();
    int side = (int) (seen + 1) & 1;
    if (isPinned(side)) {
      return false;
    }
    PingPongBuffer.Layout buffer = buffers[side];
    int bytes = body.write(region, bodyOffset(buffer));
    buffer.setLength(Objects.checkIndex(bytes, BODY_BYTES + 1));
    // pair: flip (release)
    channel.setFlipsVolatile(seen + 1);
    return true;
  }

  /// Reads the active side in place.
  ///
  /// @param slot the process slot of the caller
  /// @param body is given the offset of the body in the region and its length in bytes; the bytes
  ///   stay as they are until it returns
  /// @return what `body` returned, or empty if nothing was published yet
  public <T> Optional<T> read(int slot, Function<ArenaReference, T> body) {
    Pin.Layout pin = pins[slot];
    try {
      while (true) {
        // pair: flip (acquire)
        long seen = channel.getFlipsVolatile();
        if (seen == 0) {
          return Optional.empty();
        }
        int side = (int) seen & 1;
        // pair: pin (release)
        pin.setHeldVolatile(pinWord(side));
        if (channel.getFlipsVolatile() == seen) {
          return Optional.of(body.apply(bodyOf(buffers[side], seen)));
        }
      }
    } finally {
      // pair: pin (release)
      pin.setHeldVolatile(0);
    }
  }

  /// Takes back the pin of a process that has left or is proven dead.
  public void forget(int slot) {
    pins[slot].setHeldVolatile(0);
  }

  private ArenaReference bodyOf(PingPongBuffer.Layout buffer, long flip) {
    // Read once: another process wrote it.
    long length = buffer.getLength();
    if (length < 0 || length > BODY_BYTES) {
      throw new StaleReference(
          "length of ping-pong buffer at offset 0x%x of %s: expected 0 to %d, got %d; its writer is broken"
              .formatted(buffer.offset(), region, BODY_BYTES, length));
    }
    return new ArenaReference(bodyOffset(buffer), length, flip & 0xffff_ffffL);
  }

  private boolean isPinned(int side) {
    for (Pin.Layout pin : pins) {
      // pair: pin (acquire)
      if (pin.getHeldVolatile() == pinWord(side)) {
        return true;
      }
    }
    return false;
  }

  private static long bodyOffset(PingPongBuffer.Layout buffer) {
    return buffer.offset() + PingPongBuffer.Layout.BODY_OFFSET;
  }

  private long pinWord(int side) {
    return index + 1 | (long) side << 16;
  }
}
