package dev.caplens.core.encoding;

import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MessageReader;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/// Many messages in a row from one channel, each in the memory of the one before.
///
/// It reads ahead, so the channel is its own from then on; the channel shall block. One thread uses
/// it at a time. After an error of any kind the next message cannot be found: close it.
///
/// A frame has at most as many segments and words as the limits say. Each message has a traversal
/// limit of its own.
public final class MessageSource implements AutoCloseable {

  private final ReadableByteChannel channel;
  private final FrameReader frames;

  private MessageSource(ReadableByteChannel channel, FrameReader frames) {
    this.channel = channel;
    this.frames = frames;
  }

  /// Messages in frames.
  ///
  /// @throws OutOfMemoryError if there is no memory for the buffers
  public static MessageSource framed(ReadableByteChannel channel, Limits limits) {
    return new MessageSource(channel, new FrameReader(Feed.buffered(channel), limits));
  }

  /// Messages in packed frames.
  ///
  /// @throws OutOfMemoryError if there is no memory for the buffers
  public static MessageSource packed(ReadableByteChannel channel, Limits limits) {
    return new MessageSource(
        channel, new FrameReader(new Unpacker(Feed.buffered(channel)), limits));
  }

  /// The next message, or null at a clean end. It is valid until the next call: copy what is to be
  /// kept. (Readers that are kept read undefined values, or throw [IllegalStateException] with
  /// assertions on.)
  ///
  /// @throws IOException if the channel fails
  /// @throws dev.caplens.core.message.MalformedMessage if the channel ends within a message
  /// @throws dev.caplens.core.message.LimitReached if it has too many segments or words
  /// @throws OutOfMemoryError if there is no memory for it
  public @Nullable MessageReader next() throws IOException {
    return frames.next();
  }

  /// Closes the channel. The last message stays valid.
  ///
  /// @throws IOException if the channel cannot be closed
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
