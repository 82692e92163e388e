package dev.caplens.codegen;

import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Framed messages in arrays, as the reference tool reads and writes them.
final class Framed {
  private Framed() {}

  static byte[] write(MessageBuilder message) {
    int count = message.segmentCount();
    int header = (4 + 4 * count + 7) / 8 * 8;
    int size = header;
    for (int i = 0; i < count; i++) {
      size += (int) message.segmentBytes(i).byteSize();
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(count - 1);
    for (int i = 0; i < count; i++) {
      out.putInt((int) (message.segmentBytes(i).byteSize() / 8));
    }
    out.position(header);
    for (int i = 0; i < count; i++) {
      out.put(message.segmentBytes(i).asByteBuffer());
    }
    return out.array();
  }

  static MessageReader read(byte[] framed) {
    ByteBuffer in = ByteBuffer.wrap(framed).order(ByteOrder.LITTLE_ENDIAN);
    int count = in.getInt() + 1;
    long at = (4 + 4 * count + 7) / 8 * 8;
    List<MemorySegment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long bytes = in.getInt() * 8L;
      segments.add(MemorySegment.ofArray(framed).asSlice(at, bytes));
      at += bytes;
    }
    return MessageReader.copyOf(segments.toArray(MemorySegment[]::new));
  }
}
