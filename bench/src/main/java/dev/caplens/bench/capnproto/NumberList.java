package dev.caplens.bench.capnproto;

import java.nio.ByteBuffer;
import org.capnproto.AnyPointer;
import org.capnproto.MessageBuilder;
import org.capnproto.PrimitiveList;

/// A message of `org.capnproto:runtime` that is one list of 64-bit numbers.
public final class NumberList {

  private NumberList() {}

  /// A list of that many zeros, in a segment that has room for it.
  public static PrimitiveList.Long.Builder of(ByteBuffer segment, int count) {
    return new MessageBuilder(segment)
        .getRoot(AnyPointer.factory)
        .initAs(PrimitiveList.Long.factory, count);
  }
}
