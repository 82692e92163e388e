package dev.caplens.core.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes nested lists in brackets, each on one line or with a line for each item.
///
/// The rule of the reference: a list whose items are all short stays on one line; as soon as one of
/// them is long, each stands on its own line. An item is as long as its bytes on one line, those of
/// lists within it included, so a list that is broken breaks the lists around it. That is why the
/// output streams: only the innermost lists, which may still fit on their lines, are held back.
///
/// For one thread.
public final class Layout {

  private static final int BUFFER_BYTES = 8192;

  private final OutputStream target;
  private final Style style;
  private final byte[] comma;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int buffered;
  private @Nullable Frame frame;
  private @Nullable Frame spare;
  private int depth;

  /// How lists are written.
  ///
  /// @param pretty whether lists with long items are broken
  /// @param comma what separates items on one line
  /// @param longestItem the most bytes of an item that may share a line
  public record Style(boolean pretty, String comma, int longestItem) {}

  /// A layout that writes to a stream, which it does not close.
  public Layout(OutputStream target, Style style) {
    this.target = target;
    this.style = style;
    this.comma = style.comma().getBytes(StandardCharsets.US_ASCII);
  }

  /// An open list. It is broken once it is known that not all items fit on its line; the lists
  /// around a broken one are broken.
  private static final class Frame {
    final @Nullable Frame outer;
    final ByteArrayOutputStream held = new ByteArrayOutputStream(64);
    int[] starts = new int[8];
    int depth;
    int items;
    int itemBytes;
    int totalBytes;
    int longestTotal;
    boolean prefixed;
    boolean broken;

    Frame(@Nullable Frame outer) {
      this.outer = outer;
    }

    void start() {
      if (items == starts.length) {
        starts = Arrays.copyOf(starts, items * 2);
      }
      starts[items] = held.size();
      totalBytes += itemBytes;
      itemBytes = 0;
    }
  }

  /// How many lists are open.
  public int depth() {
    return depth;
  }

  /// Opens a list.
  ///
  /// @param prefixed whether something stands on the line before it, so that its first item needs a
  ///   new one when the list is broken
  /// @param longestTotal the most bytes of all its items together on one line
  public void open(char bracket, boolean prefixed, int longestTotal) throws IOException {
    put(bracket);
    Frame next = spare != null && spare.outer == frame ? spare : new Frame(frame);
    spare = null;
    next.held.reset();
    next.depth = ++depth;
    next.items = 0;
    next.itemBytes = 0;
    next.totalBytes = 0;
    next.longestTotal = longestTotal;
    next.prefixed = prefixed;
    next.broken = false;
    frame = next;
  }

  /// Begins an item of the open list.
  public void next() throws IOException {
    Frame list = list();
    if (!style.pretty()) {
      if (list.items++ > 0) {
        write(comma, 0, comma.length);
      }
      return;
    }
    if (list.broken) {
      breakLine(list, list.items == 0);
    } else {
      if (list.items > 0) {
        grow(list.outer, comma.length);
      }
      list.start();
    }
    list.items++;
  }

  /// Closes the open list.
  public void close(char bracket) throws IOException {
    Frame list = list();
    if (list.broken) {
      write((byte) ' ');
    }
    frame = list.outer;
    depth--;
    spare = list;
    if (style.pretty() && !list.broken) {
      byte[] held = list.held.toByteArray();
      for (int i = 0; i < list.items; i++) {
        int end = i + 1 < list.items ? list.starts[i + 1] : held.length;
        pass(comma, 0, i == 0 ? 0 : comma.length);
        pass(held, list.starts[i], end);
      }
    }
    put(bracket);
  }

  private Frame list() {
    if (frame == null) {
      throw new IllegalStateException("no list is open");
    }
    return frame;
  }

  /// Writes one ASCII character of an item.
  public void put(char c) throws IOException {
    count(1);
    Frame list = frame;
    if (list == null || list.broken || !style.pretty()) {
      write((byte) c);
    } else {
      list.held.write(c);
    }
  }

  /// Writes ASCII text of an item.
  public void put(String ascii) throws IOException {
    put(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Writes bytes of an item.
  public void put(byte[] bytes) throws IOException {
    put(bytes, 0, bytes.length);
  }

  /// Writes bytes of an item.
  public void put(byte[] bytes, int from, int to) throws IOException {
    count(to - from);
    pass(bytes, from, to);
  }

  /// Hands everything that is not held back to the stream.
  public void flush() throws IOException {
    target.write(buffer, 0, buffered);
    buffered = 0;
  }

  private void count(int bytes) throws IOException {
    if (style.pretty()) {
      grow(frame, bytes);
    }
  }

  /// Lets the items in work grow, from a list outwards, and breaks those that become too long.
  private void grow(@Nullable Frame innermost, int bytes) throws IOException {
    for (Frame list = innermost; list != null && !list.broken; list = list.outer) {
      list.itemBytes = (int) Math.min((long) list.itemBytes + bytes, Integer.MAX_VALUE);
      boolean fits =
          list.itemBytes <= style.longestItem()
              && (long) list.totalBytes + list.itemBytes <= list.longestTotal;
      if (!fits) {
        breakUp(list);
      }
    }
  }

  private void breakUp(Frame list) throws IOException {
    if (list.outer != null && !list.outer.broken) {
      breakUp(list.outer);
    }
    list.broken = true;
    byte[] held = list.held.toByteArray();
    for (int i = 0; i < list.items; i++) {
      int end = i + 1 < list.items ? list.starts[i + 1] : held.length;
      breakLine(list, i == 0);
      write(held, list.starts[i], end);
    }
  }

  private void breakLine(Frame list, boolean first) throws IOException {
    if (first && !list.prefixed) {
      write((byte) ' ');
      return;
    }
    if (!first) {
      write((byte) ',');
    }
    write((byte) '\n');
    for (int i = 0; i < list.depth; i++) {
      write((byte) ' ');
      write((byte) ' ');
    }
  }

  /// Writes to the open list what has been counted.
  private void pass(byte[] bytes, int from, int to) throws IOException {
    Frame list = frame;
    if (list == null || list.broken || !style.pretty()) {
      write(bytes, from, to);
    } else {
      list.held.write(bytes, from, to - from);
    }
  }

  private void write(byte b) throws IOException {
    if (buffered == buffer.length) {
      flush();
    }
    buffer[buffered++] = b;
  }

  private void write(byte[] bytes, int from, int to) throws IOException {
    int size = to - from;
    if (size > buffer.length - buffered) {
      flush();
    }
    if (size > buffer.length) {
      target.write(bytes, from, size);
      return;
    }
    System.arraycopy(bytes, from, buffer, buffered, size);
    buffered += size;
  }
}
