package dev.caplens.bench.access;

import dev.caplens.cli.CommandFailed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that holds one framed message of up to 1 GiB, a parking lot of cars without text, wheels
/// or engines, whose weights are known.
///
/// ```
///  0        8          16         24        32
///  +--------+----------+----------+---------+------------------
///  | table  | root     | list     | tag     | cars, 56 bytes each ...
///  +--------+----------+----------+---------+------------------
/// ```
public final class CarFile {

  private static final int HEADER = 32;

  /// Three words of data and four pointers.
  private static final int STEP = 56;

  private static final int WEIGHT_AT = 12;
  private static final int CHUNK = 64 * 1024;

  private CarFile() {}

  /// Writes such a file.
  ///
  /// @throws CommandFailed if there is no room for it
  public static void write(Path file, long bytes) {
    int cars = cars(bytes);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      put(header(cars), channel);
      for (int first = 0; first < cars; first += CHUNK) {
        put(chunk(first, Math.min(CHUNK, cars - first)), channel);
      }
    } catch (IOException e) {
      delete(file);
      throw new CommandFailed("cannot write %d bytes to %s: %s".formatted(bytes, file, e), e);
    }
  }

  /// How many cars fit in so many bytes.
  static int cars(long bytes) {
    return (int) ((bytes - HEADER) / STEP);
  }

  /// Where the weight of a car stands.
  static long weightAt(int index) {
    return HEADER + (long) index * STEP + WEIGHT_AT;
  }

  /// The weight of a car.
  static int weight(int index) {
    return index & 0xffff;
  }

  private static ByteBuffer header(int cars) {
    long words = (long) cars * STEP / 8;
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0).putInt((int) (words + 3)); // one segment, its words
    header.putLong(1L << 48); // the root: no data, one pointer, right behind
    header.putLong(1 | 7L << 32 | words << 35); // a list of structs, its words without the tag
    header.putLong(
        (long) cars << 2 | 3L << 32 | 4L << 48); // the tag: how many, 3 words, 4 pointers
    return header.flip();
  }

  private static ByteBuffer chunk(int first, int count) {
    ByteBuffer chunk = ByteBuffer.allocate(count * STEP).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      chunk.putInt(i * STEP + WEIGHT_AT, weight(first + i));
    }
    return chunk;
  }

  private static void put(ByteBuffer bytes, FileChannel target) throws IOException {
    while (bytes.hasRemaining()) {
      target.write(bytes);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      System.err.println("caplens bench: cannot remove " + file + ": " + stays);
    }
  }
}
