package dev.caplens.core.encoding;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.caplens.core.message.AnyPointer;
import dev.caplens.core.message.AnyStruct;
import dev.caplens.core.message.BoolList;
import dev.caplens.core.message.Canonical;
import dev.caplens.core.message.Data;
import dev.caplens.core.message.Equality;
import dev.caplens.core.message.IntList;
import dev.caplens.core.message.LimitReached;
import dev.caplens.core.message.Limits;
import dev.caplens.core.message.MalformedMessage;
import dev.caplens.core.message.MessageBuilder;
import dev.caplens.core.message.MessageReader;
import dev.caplens.core.message.PointerList;
import dev.caplens.core.message.PointerType;
import dev.caplens.core.message.StructList;
import dev.caplens.core.message.Text;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Coverage-guided: whatever comes in, there is a value, a `MalformedMessage` or a `LimitReached`.
///
/// A few seconds in each build, from the inputs that [MessageLongFuzz] found and that stand in
/// `fuzz-corpus.zip`. What a run finds interesting goes to `lens-core/.cifuzz-corpus`, which is
/// where the next run on this machine starts.
class MessageFuzzTest {

  private static final Limits SMALL = new Limits(1 << 14, 64, 511);

  private static final List<PointerType<?, ?>> TYPES =
      List.of(
          Text.TYPE,
          Data.TYPE,
          IntList.TYPE,
          BoolList.TYPE,
          PointerList.of(Text.TYPE),
          StructList.of(AnyStruct.ofSize(1, 1)),
          AnyStruct.ofSize(2, 2));

  @MethodSource("kept")
  @FuzzTest(maxDuration = "8s")
  void any_bytes_are_read_or_refused(byte[] bytes) {
    check(bytes);
  }

  /// The inputs that earlier runs found.
  static Stream<Arguments> kept() throws IOException {
    List<Arguments> inputs = new ArrayList<>();
    InputStream file =
        Objects.requireNonNull(MessageFuzzTest.class.getResourceAsStream("fuzz-corpus.zip"));
    try (ZipInputStream zip = new ZipInputStream(file)) {
      while (zip.getNextEntry() != null) {
        inputs.add(Arguments.of((Object) zip.readAllBytes()));
      }
    }
    return inputs.stream();
  }

  static void check(byte[] bytes) {
    if (bytes.length < 2) {
      return;
    }
    try {
      MessageReader message = message(bytes);
      read(message);
      edit(message);
    } catch (MalformedMessage | LimitReached expected) {
      if (expected.getMessage() == null) {
        throw new AssertionError("an error without a text", expected);
      }
    }
  }

  /// The first byte chooses the encoding.
  private static MessageReader message(byte[] bytes) {
    MemorySegment rest = MemorySegment.ofArray(bytes).asSlice(1);
    return switch (bytes[0] & 3) {
      case 0 -> Framing.read(rest.asByteBuffer(), SMALL);
      case 1 -> Packing.read(rest, SMALL);
      case 2 -> Packing.readFlat(rest.toArray(ValueLayout.JAVA_BYTE), SMALL);
      default -> MessageReader.copyOf(List.of(rest), SMALL);
    };
  }

  private static void read(MessageReader message) {
    AnyStruct.Reader root = message.root(AnyStruct.TYPE);
    for (int i = 0; i < Math.min(8, root.pointerCount()); i++) {
      AnyPointer.Reader pointer = root.pointerAtIndex(i);
      for (PointerType<?, ?> type : TYPES) {
        readAs(pointer, type);
      }
    }
    MessageBuilder copy = MessageBuilder.create(16);
    copy.setRoot(root);
    if (root.totalSize().capabilities() == 0) {
      byte[] canonical = Flat.toBytes(Canonical.copyOf(root));
      MessageReader again = Flat.read(canonical);
      if (!Canonical.isCanonical(again)
          || Equality.of(root, again.root(AnyStruct.TYPE)) != Equality.EQUAL) {
        throw new AssertionError("the canonical form is another value");
      }
    }
  }

  private static void readAs(AnyPointer.Reader pointer, PointerType<?, ?> type) {
    try {
      Objects.requireNonNull(pointer.as(type).toString());
    } catch (MalformedMessage otherType) {
      // Most pointers lead to something else.
    }
  }

  private static void edit(MessageReader message) {
    MessageBuilder edited = MessageBuilder.edit(message);
    AnyStruct.Builder root = edited.root(AnyStruct.ofSize(2, 3));
    root.putWord(1, 7);
    root.pointerAtIndex(0).set("edited");
    root.pointerAtIndex(1).clear();
    root.pointerAtIndex(2).as(StructList.of(AnyStruct.ofSize(1, 1)));
    edited.asReader().root(AnyStruct.TYPE).totalSize();
  }
}
