package dev.caplens.core.encoding;

import dev.caplens.core.memory.Region;
import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.raw.Memory;
import java.io.IOException;
import java.lang.ref.Reference;

/// Turns packed bytes back into words; see [PackedWords]. A run may not go beyond what was asked
/// for, and input may end between words only.
final class Unpacker implements WordInput {

  /// A tag and eight bytes.
  private static final int LONGEST_WORD = 9;

  private final Feed feed;

  Unpacker(Feed feed) {
    this.feed = feed;
  }

  @Override
  public long read(Region target, long at, long bytes) throws IOException {
    long done = buffered(target, at, bytes);
    while (done < bytes) {
      long got = readSome(target, at + done, bytes - done);
      if (got == 0) {
        return done;
      }
      done += got;
      done += buffered(target, at + done, bytes - done);
    }
    return done;
  }

  /// Unpacks as far as the buffer holds whole words, up to the next run of raw ones. Everything
  /// else is left to [#readSome]: raw runs, the end of the buffer, and what is wrong.
  private long buffered(Region target, long at, long bytes) {
    long start = feed.bufferedAddress();
    long last = start + feed.bufferedBytes() - LONGEST_WORD;
    long in = start;
    long out = target.address() + at;
    long end = out + bytes;
    while (in <= last && out < end) {
      int tag = Memory.getBoundedUnsignedByte(in);
      if (tag == 0) {
        long zeros = Memory.getBoundedUnsignedByte(in + 1) + 1L << 3;
        if (zeros > end - out) {
          break;
        }
        clear(out, out + zeros);
        out += zeros;
        in += 2;
      } else if (tag == 0xff) {
        break;
      } else {
        Memory.putLong(out, Long.expand(Memory.getLong(in + 1), PackedWords.mask(tag)));
        out += 8;
        in += 1 + Integer.bitCount(tag);
      }
    }
    feed.skip(in - start);
    feed.hold();
    Reference.reachabilityFence(target);
    return out - target.address() - at;
  }

  private static void clear(long from, long end) {
    for (long at = from; at < end; at += 8) {
      Memory.putLong(at, 0);
    }
  }

  /// Reads one word and the run behind it; 0 at the end of the input.
  long readSome(Region target, long at, long room) throws IOException {
    int tag = feed.next();
    if (tag < 0) {
      return 0;
    }
    Memory.putLong(target.address() + at, word(tag));
    long run = 0;
    if (tag == 0) {
      run = run(room - 8);
      Memory.fill(target.address() + at + 8, run, (byte) 0);
    } else if (tag == 0xff) {
      run = run(room - 8);
      if (feed.read(target, at + 8, run) < run) {
        throw cutShort();
      }
    }
    Reference.reachabilityFence(target);
    return run + 8;
  }

  private long word(int tag) throws IOException {
    if (feed.hasWord()) {
      long word = Long.expand(feed.peek(), PackedWords.mask(tag));
      feed.skip(Integer.bitCount(tag));
      return word;
    }
    long word = 0;
    for (int bit = 0; bit < 8; bit++) {
      if ((tag >> bit & 1) != 0) {
        word |= (long) byteOfWord() << (bit << 3);
      }
    }
    return word;
  }

  private int byteOfWord() throws IOException {
    int value = feed.next();
    if (value < 0) {
      throw cutShort();
    }
    return value;
  }

  private long run(long room) throws IOException {
    long run = (long) byteOfWord() << 3;
    if (run > room) {
      throw new MalformedMessage(
          "packed run: expected at most "
              + (room >> 3)
              + " words up to the end of the message's part, got "
              + (run >> 3)
              + "; the input is damaged or is not packed");
    }
    return run;
  }

  private static MalformedMessage cutShort() {
    return new MalformedMessage(
        "packed input: expected more bytes of a word or run, got its end; the message is cut short");
  }
}
