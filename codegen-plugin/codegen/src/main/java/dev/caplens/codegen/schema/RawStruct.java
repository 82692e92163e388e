package dev.caplens.codegen.schema;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A struct of a message, field by offset: enough to read a request before there is a lens for it.
final class RawStruct {
  private final ByteBuffer[] segments;
  private final int segment;
  private final int data;
  private final int dataBytes;
  private final int pointerCount;

  private RawStruct(ByteBuffer[] segments, int segment, int data, int dataBytes, int pointerCount) {
    this.segments = segments;
    this.segment = segment;
    this.data = data;
    this.dataBytes = dataBytes;
    this.pointerCount = pointerCount;
  }

  static RawStruct root(byte[] framed) {
    ByteBuffer in = ByteBuffer.wrap(framed).order(ByteOrder.LITTLE_ENDIAN);
    int count = in.getInt(0) + 1;
    int at = (4 + 4 * count + 7) / 8 * 8;
    ByteBuffer[] segments = new ByteBuffer[count];
    for (int i = 0; i < count; i++) {
      int bytes = in.getInt(4 + 4 * i) * 8;
      segments[i] = in.slice(at, bytes).order(ByteOrder.LITTLE_ENDIAN);
      at += bytes;
    }
    return new RawStruct(segments, 0, 0, 0, 1).struct(0);
  }

  long number(int byteOffset, int bytes) {
    if (byteOffset + bytes > dataBytes) {
      return 0;
    }
    ByteBuffer in = segments[segment];
    return switch (bytes) {
      case 1 -> in.get(data + byteOffset) & 0xff;
      case 2 -> in.getShort(data + byteOffset) & 0xffff;
      case 4 -> in.getInt(data + byteOffset) & 0xffff_ffffL;
      default -> in.getLong(data + byteOffset);
    };
  }

  int u16(int byteOffset) {
    return (int) number(byteOffset, 2);
  }

  boolean bit(int bit) {
    return (number(bit / 8, 1) >> bit % 8 & 1) != 0;
  }

  private record Target(int segment, int at, long pointer) {}

  private Target target(int index) {
    if (index >= pointerCount) {
      return new Target(segment, 0, 0);
    }
    int where = data + dataBytes + 8 * index;
    return follow(segment, where);
  }

  private Target follow(int in, int where) {
    long pointer = segments[in].getLong(where);
    if ((pointer & 3) != 2) {
      return new Target(in, where + 8 + ((int) pointer >> 2) * 8, pointer);
    }
    int pad = (int) (pointer >> 3 & 0x1fff_ffff) * 8;
    int far = (int) (pointer >>> 32);
    if ((pointer & 4) == 0) {
      return follow(far, pad);
    }
    long landing = segments[far].getLong(pad);
    int at = (int) (landing >> 3 & 0x1fff_ffff) * 8;
    return new Target((int) (landing >>> 32), at, segments[far].getLong(pad + 8));
  }

  RawStruct struct(int index) {
    Target target = target(index);
    int dataBytes = (int) (target.pointer >>> 32 & 0xffff) * 8;
    return new RawStruct(
        segments, target.segment, target.at, dataBytes, (int) (target.pointer >>> 48));
  }

  byte[] bytes(int index) {
    Target target = target(index);
    byte[] bytes = new byte[(int) (target.pointer >>> 35)];
    if (bytes.length > 0) {
      segments[target.segment].get(target.at, bytes);
    }
    return bytes;
  }

  String text(int index) {
    byte[] bytes = bytes(index);
    return new String(bytes, 0, Math.max(0, bytes.length - 1), StandardCharsets.UTF_8);
  }

  boolean has(int index) {
    return target(index).pointer != 0;
  }

  <T> List<T> list(int index, Function<RawStruct, T> element) {
    Target target = target(index);
    List<T> list = new ArrayList<>();
    if (target.pointer == 0) {
      return list;
    }
    long tag = segments[target.segment].getLong(target.at);
    int count = (int) tag >> 2;
    int dataBytes = (int) (tag >>> 32 & 0xffff) * 8;
    int pointers = (int) (tag >>> 48);
    for (int i = 0; i < count; i++) {
      int at = target.at + 8 + i * (dataBytes + 8 * pointers);
      list.add(element.apply(new RawStruct(segments, target.segment, at, dataBytes, pointers)));
    }
    return list;
  }
}
