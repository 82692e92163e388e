package dev.caplens.core.message;

import dev.caplens.core.encoding.Flat;
import dev.caplens.core.encoding.Framing;
import dev.caplens.core.encoding.Packing;
import dev.caplens.core.memory.Access;
import dev.caplens.core.memory.Region;
import dev.caplens.core.schema.lens.ElementSize;
import dev.caplens.core.schema.lens.Field;
import dev.caplens.core.schema.lens.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A process that goes on using messages in a file that another one truncates. For each kind of
/// access and each place where the file may end it prints `truncate FILE BYTES` and waits for a
/// line; then it prints what that kind of access gave in all.
///
/// ```
///  file:  | page | frame of everything | ... | packed frame | ...
/// ```
public final class TruncatedFile {

  private static final int PAGE = 4096;
  private static final int PACKED_AT = 24 * PAGE;
  private static final int FILE_BYTES = 60 * PAGE;
  private static final int SIZE = 5_000;
  private static final String TEXT = "all that is lost ".repeat(300);

  /// The file ends within each object once, and in front of it.
  private static final int[] PAGES_LEFT = {1, 2, 3, 4, 5, 9, 13, 17, 21, 24, 25};

  /// How often an access is made before the file is truncated, so that it is compiled by then.
  private static final int ROUNDS = Integer.getInteger("caplens.rounds", 3_000);

  /// Takes what was read, so that the compiler leaves no load out.
  static volatile @Nullable Object taken;

  private static final Object[] TABLE = new Object[256];
  private static final int[] COUNTS = new int[256];

  private TruncatedFile() {}

  /// What is looked at: lenses that were got while all was well, and a twin that stays well.
  record Lost(Region file, MessageReader message, AnyStruct.Reader root, AnyStruct.Reader twin) {

    Text.Reader text() {
      return root.pointerAtIndex(0).as(Text.TYPE);
    }
  }

  /// One access; what it gives is used.
  interface Attempt {
    @Nullable Object make() throws IOException;
  }

  /// Prepares an access.
  interface Step {
    Attempt over(Lost lost) throws IOException;
  }

  /// Runs all accesses in the folder that is given.
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0], "file");
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Map<String, Step> steps = new LinkedHashMap<>();
    new Reads(steps).add();
    new Writes(steps).add();
    for (Map.Entry<String, Step> step : steps.entrySet()) {
      Attempt warm = step.getValue().over(lost(file));
      for (int i = 0; i < ROUNDS; i++) {
        taken = warm.make();
      }
      Set<String> outcomes = new TreeSet<>();
      for (int pages : PAGES_LEFT) {
        Attempt access = step.getValue().over(lost(file));
        System.out.println("truncate " + file + " " + pages * PAGE);
        answers.readLine();
        outcomes.add(outcome(access));
      }
      System.out.println(step.getKey() + ": " + String.join(", ", outcomes));
    }
    System.out.println("alive");
  }

  /// The error may come a little after the access, as the JVM has it; until then values are any.
  private static String outcome(Attempt access) {
    for (int i = 0; i < 20; i++) {
      try {
        taken = access.make();
      } catch (MalformedMessage | LimitReached anyValue) {
        continue;
      } catch (InternalError lost) {
        return "InternalError";
      } catch (IOException lost) {
        return "IOException";
      } catch (Throwable other) {
        return other.toString();
      }
    }
    return "nothing";
  }

  private static Lost lost(Path file) throws IOException {
    Files.deleteIfExists(file);
    MessageBuilder twin = MessageBuilder.create(1 << 16);
    fill(twin.initRoot(AnyStruct.ofSize(800, 10)));
    Region writing = Region.create(file, FILE_BYTES);
    long end = PAGE + Framing.write(twin, writing, PAGE);
    if (end > PACKED_AT) {
      throw new IllegalStateException("message of " + end + " bytes");
    }
    Packing.write(twin, writing, PACKED_AT);
    Region region = Region.open(file, Access.READ_WRITE);
    MessageReader message = Framing.read(region, PAGE, Limits.TRUSTED);
    return new Lost(
        region,
        message,
        message.root(AnyStruct.TYPE),
        MessageReader.copyOf(List.of(twin.segmentBytes(0)), Limits.TRUSTED).root(AnyStruct.TYPE));
  }

  private static void fill(AnyStruct.Builder root) {
    for (int i = 0; i < 800; i++) {
      root.putWord(i, i);
    }
    root.pointerAtIndex(0).set(TEXT);
    root.pointerAtIndex(1).init(Data.TYPE, SIZE).set(new byte[SIZE]);
    IntList.Builder ints = root.pointerAtIndex(2).init(IntList.TYPE, SIZE);
    for (int i = 0; i < SIZE; i++) {
      ints.set(i, i);
    }
    root.pointerAtIndex(3).init(BoolList.TYPE, SIZE);
    var structs = root.pointerAtIndex(4).init(StructList.of(AnyStruct.ofSize(1, 1)), 500);
    structs.forEach(struct -> struct.pointerAtIndex(0).set("one of many"));
    var texts = root.pointerAtIndex(5).init(PointerList.of(Text.TYPE), 500);
    for (int i = 0; i < 500; i++) {
      texts.set(i, "text " + i);
    }
    root.pointerAtIndex(6).set("short");
    root.pointerAtIndex(8).init(EnumList.of(ElementSize.TYPE), SIZE);
    root.pointerAtIndex(9).init(ShortList.TYPE, SIZE);
  }

  /// Each kind of access that only reads.
  private record Reads(Map<String, Step> steps) {

    void add() {
      fields();
      indices();
      counts();
      text();
      bytes();
      lists();
      whole();
      encodings();
    }

    private void read(String name, BiFunction<Lost, AnyStruct.Reader, Object> access) {
      steps.put(name, lost -> () -> access.apply(lost, lost.root));
    }

    private void fields() {
      read("field", (lost, root) -> root.word(3));
      read("byte", (lost, root) -> root.dataByte(3));
      read("pointer", (lost, root) -> root.pointerAtIndex(0).kind());
      read("null or not", (lost, root) -> root.pointerAtIndex(7).isNull());
      read("root", (lost, root) -> lost.message.root(AnyStruct.TYPE));
      read("text got", (lost, root) -> lost.text());
    }

    /// What is read tells the place of something else, in a table whose length C2 knows.
    private void indices() {
      read("byte in a table", (lost, root) -> TABLE[root.dataByte(3) & 0xff]);
      read("long in a table", (lost, root) -> TABLE[(int) root.word(3) & 0xff]);
      of("short in a table", Field.TYPE, field -> TABLE[field.getCodeOrder() & 0xff]);
      of(
          "int in a table",
          dev.caplens.core.schema.lens.Node.TYPE,
          node -> TABLE[(int) node.getDisplayNamePrefixLength() & 0xff]);
      of("discriminant", Type.TYPE, Type.Reader::which);
      of("variant", Type.TYPE, Type.Reader::variant);
      steps.put(
          "enums",
          lost -> {
            var list = lost.root.pointerAtIndex(8).as(EnumList.of(ElementSize.TYPE));
            return () -> list.get(SIZE - 1);
          });
    }

    /// Lists whose lowest bytes are counted. Each has a loop of its own, or C2 would not see
    /// through the calls.
    private void counts() {
      list(
          "bytes counted",
          1,
          Data.TYPE,
          data -> {
            for (int i = 0; i < SIZE; i++) {
              COUNTS[data.get(i) & 0xff]++;
            }
          });
      list(
          "shorts counted",
          9,
          ShortList.TYPE,
          shorts -> {
            for (int i = 0; i < SIZE; i++) {
              COUNTS[shorts.get(i) & 0xff]++;
            }
          });
      list(
          "unsigned shorts counted",
          9,
          ShortList.TYPE,
          shorts -> {
            for (int i = 0; i < SIZE; i++) {
              COUNTS[shorts.getUnsigned(i) & 0xff]++;
            }
          });
      list(
          "ints counted",
          2,
          IntList.TYPE,
          ints -> {
            for (int i = 0; i < SIZE; i++) {
              COUNTS[ints.get(i) & 0xff]++;
            }
          });
    }

    private <R> void list(String name, int index, PointerType<R, ?> type, Consumer<R> access) {
      steps.put(
          name,
          lost -> {
            R list = lost.root.pointerAtIndex(index).as(type);
            return () -> {
              access.accept(list);
              return null;
            };
          });
    }

    private <R extends StructReader> void of(
        String name, StructType<R, ?> type, Function<R, @Nullable Object> access) {
      steps.put(
          name,
          lost -> {
            R root = lost.message.root(type);
            return () -> access.apply(root);
          });
    }

    private void text(String name, BiFunction<Text.Reader, Text.Reader, Object> access) {
      steps.put(
          "text " + name,
          lost -> {
            Text.Reader text = lost.text();
            Text.Reader twin = lost.twin.pointerAtIndex(0).as(Text.TYPE);
            return () -> access.apply(text, twin);
          });
      steps.put(
          "short text " + name,
          lost -> {
            Text.Reader text = lost.root.pointerAtIndex(6).as(Text.TYPE);
            Text.Reader twin = lost.twin.pointerAtIndex(6).as(Text.TYPE);
            return () -> access.apply(text, twin);
          });
    }

    private void text() {
      byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
      byte[] few = "short".getBytes(StandardCharsets.UTF_8);
      text("byte", (text, twin) -> text.byteAt(text.size() - 1));
      text("toString", (text, twin) -> text.toString());
      text("decode", (text, twin) -> text.decode());
      text("bytes", (text, twin) -> text.toByteArray());
      text(
          "append",
          (text, twin) -> {
            StringBuilder target = new StringBuilder();
            text.appendTo(target);
            return target;
          });
      text("equals", (text, twin) -> text.equals(twin));
      text("equals, other side", (text, twin) -> twin.equals(text));
      text("compare", (text, twin) -> text.compareTo(twin));
      text("string", (text, twin) -> text.contentEquals(text.size() == 5 ? "short" : TEXT));
      text("array", (text, twin) -> text.contentEquals(text.size() == 5 ? few : bytes));
      text("hash", (text, twin) -> text.hashCode());
      text("search", (text, twin) -> text.indexOf("nowh", 0));
      text("start", (text, twin) -> text.startsWith(text.size() == 5 ? "sho" : TEXT));
      text("end", (text, twin) -> text.endsWith("t"));
    }

    private void bytes() {
      data("byte", (data, twin) -> data.get(7));
      data("bytes", (data, twin) -> data.toByteArray());
      data("equals", (data, twin) -> data.equals(twin));
      data("equals, other side", (data, twin) -> twin.equals(data));
      data("hash", (data, twin) -> data.hashCode());
      data("copied", (data, twin) -> data.bytes().toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
      data("copied by a buffer", (data, twin) -> data.asByteBuffer().get(new byte[SIZE]));
    }

    private void data(String name, BiFunction<Data.Reader, Data.Reader, Object> access) {
      steps.put(
          "data " + name,
          lost -> {
            Data.Reader data = lost.root.pointerAtIndex(1).as(Data.TYPE);
            Data.Reader twin = lost.twin.pointerAtIndex(1).as(Data.TYPE);
            return () -> access.apply(data, twin);
          });
    }

    private void lists() {
      steps.put("int", lost -> () -> ints(lost).get(SIZE - 1));
      steps.put("ints", lost -> () -> ints(lost).toArray());
      steps.put(
          "held ints",
          lost -> {
            IntList.Reader list = ints(lost);
            int[] target = new int[SIZE];
            return () -> {
              list.copyTo(0, target, 0, SIZE);
              return target;
            };
          });
      steps.put(
          "held bits",
          lost -> {
            BoolList.Reader list = lost.root.pointerAtIndex(3).as(BoolList.TYPE);
            return () -> list.toArray();
          });
      steps.put(
          "cursor",
          lost -> {
            var list = lost.root.pointerAtIndex(4).as(StructList.of(AnyStruct.TYPE));
            return () -> {
              long sum = 0;
              for (var cursor = list.cursor(); cursor.next(); ) {
                sum += cursor.element().word(0);
              }
              return sum;
            };
          });
      steps.put(
          "texts",
          lost -> {
            var list = lost.root.pointerAtIndex(5).as(PointerList.of(Text.TYPE));
            return () -> {
              int[] sum = {0};
              list.forEach(text -> sum[0] += text.size());
              return sum;
            };
          });
    }

    private static IntList.Reader ints(Lost lost) {
      return lost.root.pointerAtIndex(2).as(IntList.TYPE);
    }

    private void whole() {
      read("equality", (lost, root) -> Equality.of(root, lost.twin));
      equality("ints", 2, IntList.TYPE);
      equality("bits", 3, BoolList.TYPE);
      read("size", (lost, root) -> root.totalSize());
      read("canonical copy", (lost, root) -> Canonical.copyOf(root));
      read("is canonical", (lost, root) -> Canonical.isCanonical(lost.message));
      read("copy", (lost, root) -> copy(root));
    }

    private static MessageBuilder copy(AnyStruct.Reader root) {
      MessageBuilder copy = MessageBuilder.create();
      copy.setRoot(root);
      return copy;
    }

    private <R extends ListLens> void equality(String name, int index, PointerType<R, ?> type) {
      steps.put(
          "equality of " + name,
          lost -> {
            R list = lost.root.pointerAtIndex(index).as(type);
            R twin = lost.twin.pointerAtIndex(index).as(type);
            return () -> Equality.of(list, twin);
          });
    }

    private void encodings() {
      Region scratch = Region.anonymous(FILE_BYTES);
      read("frame", (lost, root) -> Framing.read(lost.file, PAGE));
      read("copied in", (lost, root) -> MessageReader.copyOf(lost.message.segmentBytes(0)));
      read("framed", (lost, root) -> Framing.toBytes(lost.message));
      read("framed into a region", (lost, root) -> Framing.write(lost.message, scratch, 0));
      read("packed", (lost, root) -> Packing.toBytes(lost.message));
      read("packed flat", (lost, root) -> Packing.toFlatBytes(lost.message));
      read("flat", (lost, root) -> Flat.toBytes(lost.message));
      read(
          "unpacked",
          (lost, root) -> Packing.read(lost.file, PACKED_AT, 20 * PAGE, scratch, Limits.TRUSTED));
      steps.put(
          "written to a stream",
          lost ->
              () -> {
                Framing.write(lost.message, OutputStream.nullOutputStream());
                return null;
              });
      steps.put("written to a file", lost -> () -> file(lost.message));
    }

    private static @Nullable Object file(MessageReader message) throws IOException {
      Path target = Files.createTempFile("caplens", "truncated");
      try (var channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
        Framing.write(message, channel);
      } finally {
        Files.delete(target);
      }
      return null;
    }
  }

  /// Each kind of access that writes.
  private record Writes(Map<String, Step> steps) {

    void add() {
      build("set", root -> root.putWord(5, 5));
      build("set text", root -> root.pointerAtIndex(6).set("another text"));
      build("set long text", root -> root.pointerAtIndex(6).set(TEXT));
      build("set text that is not ASCII", root -> root.pointerAtIndex(6).set("Žluťoučký kůň"));
      build("set data", root -> root.pointerAtIndex(6).init(Data.TYPE, 99).set(new byte[99]));
      build("init", root -> root.pointerAtIndex(6).init(AnyStruct.ofSize(600, 0)));
      build("clear", root -> root.pointerAtIndex(0).clear());
      build("disown", root -> root.pointerAtIndex(0).disown(Text.TYPE));
      numbers();
      begun();
      encoded();
    }

    private void numbers() {
      write(
          "set numbers",
          lost -> {
            IntList.Builder list =
                MessageBuilder.edit(lost.message)
                    .root(AnyStruct.TYPE)
                    .pointerAtIndex(2)
                    .as(IntList.TYPE);
            return () -> list.copyFrom(new int[SIZE], 0, 0, SIZE);
          });
    }

    /// Builders that begin in the file again and again.
    private void begun() {
      write(
          "reset",
          lost -> {
            MessageBuilder message = MessageBuilder.in(lost.file, PAGE, 19 * PAGE);
            return () -> {
              message.initRoot(AnyStruct.ofSize(600, 0));
              message.reset();
            };
          });
      write(
          "copied to",
          lost -> {
            MessageBuilder message = MessageBuilder.in(lost.file, PAGE, 19 * PAGE);
            return () -> {
              message.reset();
              message.setRoot(lost.twin);
            };
          });
    }

    private void encoded() {
      write(
          "frame written",
          lost -> {
            MessageReader whole = MessageReader.copyOf(lost.message.segmentBytes(0));
            return () -> Framing.write(whole, lost.file, PAGE);
          });
      write(
          "packed frame written",
          lost -> {
            MessageReader whole = MessageReader.copyOf(lost.message.segmentBytes(0));
            return () -> Packing.write(whole, lost.file, PAGE);
          });
      write(
          "bytes filled",
          lost -> {
            MemorySegment bytes = lost.file.segment().asSlice(PAGE, 10 * PAGE);
            return () -> bytes.fill((byte) 1);
          });
    }

    /// The message begins anew where it has no room any more.
    private void build(String name, Consumer<AnyStruct.Builder> access) {
      write(
          name,
          lost -> {
            MessageBuilder message = MessageBuilder.in(lost.file, PAGE, 19 * PAGE);
            return () -> {
              message.reset();
              AnyStruct.Builder root = message.initRoot(AnyStruct.ofSize(800, 8));
              root.pointerAtIndex(0).set(TEXT);
              access.accept(root);
            };
          });
    }

    private void write(String name, Function<Lost, Runnable> step) {
      steps.put(
          name,
          lost -> {
            Runnable access = step.apply(lost);
            return () -> {
              access.run();
              return null;
            };
          });
    }
  }
}
