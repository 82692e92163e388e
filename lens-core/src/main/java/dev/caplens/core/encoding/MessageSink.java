package dev.caplens.core.encoding;

import dev.caplens.core.memory.Region;
import dev.caplens.core.message.Message;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Writes messages to one channel, one after the other, with memory that it uses again. Any thread
/// may write; each message is written as a whole. A channel that does not block is asked again and
/// again.
public final class MessageSink implements AutoCloseable {

  private static final long LARGEST_WRITE = 1 << 30;
  private static final long FIRST_BYTES = 8192;

  private final WritableByteChannel channel;
  private final boolean packed;
  private Region scratch = Region.anonymous(FIRST_BYTES);

  private MessageSink(WritableByteChannel channel, boolean packed) {
    this.channel = channel;
    this.packed = packed;
  }

  /// Writes frames.
  public static MessageSink framed(WritableByteChannel channel) {
    return new MessageSink(channel, false);
  }

  /// Writes packed frames.
  public static MessageSink packed(WritableByteChannel channel) {
    return new MessageSink(channel, true);
  }

  /// Writes a message. Threads that call at once wait for each other. Nobody may build the message
  /// meanwhile.
  ///
  /// @throws IOException if the channel fails; a part of the message may have been written then
  /// @throws OutOfMemoryError if there is no memory to pack it in
  public synchronized void write(Message message) throws IOException {
    MemorySegment[] segments = FrameTable.segments(message);
    if (packed) {
      long room = Packing.room(segments);
      ensure(room);
      long end = Packing.frame(segments, scratch.address(), room);
      send(scratch.segment().asSlice(0, end - scratch.address()));
      return;
    }
    ensure(FrameTable.bytes(segments.length));
    send(scratch.segment().asSlice(0, FrameTable.write(segments, scratch.address())));
    for (MemorySegment segment : segments) {
      send(segment);
    }
  }

  /// Closes the channel.
  ///
  /// @throws IOException if the channel cannot be closed
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void ensure(long bytes) {
    if (bytes > scratch.size()) {
      scratch = Region.anonymous(Math.max(bytes, scratch.size() * 2) + 7 & -8L);
    }
  }

  private void send(MemorySegment bytes) throws IOException {
    for (long at = 0; at < bytes.byteSize(); at += LARGEST_WRITE) {
      long part = Math.min(LARGEST_WRITE, bytes.byteSize() - at);
      ByteBuffer view = bytes.asSlice(at, part).asByteBuffer();
      while (view.hasRemaining()) {
        channel.write(view);
      }
    }
  }
}
