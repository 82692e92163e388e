package dev.caplens.bench.slopes;

import dev.caplens.bench.lens.Wide;
import dev.caplens.core.memory.Region;
import dev.caplens.core.message.MessageBuilder;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Question: how does the cost of a struct grow with the number of its fields that are set and
/// read, beside the same stores and loads of a plain segment? C2 stops inlining in methods of many
/// accesses (decision 0012), which shows here.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FieldCountBenchmark {

  /// Words of the struct: 64 fields of 32 bits.
  private static final int WORDS = 32;

  private final MessageBuilder builder = MessageBuilder.create(4 * WORDS);
  private final Wide.Builder target = builder.initRoot(Wide.TYPE);
  private final MemorySegment raw = Region.anonymous(WORDS * 8L).segment();
  private int turn;

  /// Ours, with 1 of the fields.
  @Benchmark
  public long lens1() {
    turn++;
    target.setF0(turn);
    Wide.Reader source = target.asReader();
    return source.getF0();
  }

  /// Ours, with 4 of the fields.
  @Benchmark
  public long lens4() {
    turn++;
    target.setF0(turn);
    target.setF1(turn);
    target.setF2(turn);
    target.setF3(turn);
    Wide.Reader source = target.asReader();
    return source.getF0() + source.getF1() + source.getF2() + source.getF3();
  }

  /// Ours, with 16 of the fields.
  @Benchmark
  public long lens16() {
    turn++;
    set16At0(turn);
    Wide.Reader source = target.asReader();
    return sum16At0(source);
  }

  /// Ours, with 64 of the fields.
  @Benchmark
  public long lens64() {
    turn++;
    set16At0(turn);
    set16At16(turn);
    set16At32(turn);
    set16At48(turn);
    Wide.Reader source = target.asReader();
    return sum16At0(source) + sum16At16(source) + sum16At32(source) + sum16At48(source);
  }

  /// The floor, with 1 of the fields.
  @Benchmark
  public long segment1() {
    return raw(1);
  }

  /// The floor, with 4 of the fields.
  @Benchmark
  public long segment4() {
    return raw(4);
  }

  /// The floor, with 16 of the fields.
  @Benchmark
  public long segment16() {
    return raw(16);
  }

  /// The floor, with 64 of the fields.
  @Benchmark
  public long segment64() {
    return raw(64);
  }

  private long raw(int fields) {
    turn++;
    for (int i = 0; i < fields; i++) {
      raw.setAtIndex(ValueLayout.JAVA_INT, i, turn);
    }
    long sum = 0;
    for (int i = 0; i < fields; i++) {
      sum += raw.getAtIndex(ValueLayout.JAVA_INT, i);
    }
    return sum;
  }

  private void set16At0(int value) {
    target.setF0(value);
    target.setF1(value);
    target.setF2(value);
    target.setF3(value);
    target.setF4(value);
    target.setF5(value);
    target.setF6(value);
    target.setF7(value);
    target.setF8(value);
    target.setF9(value);
    target.setF10(value);
    target.setF11(value);
    target.setF12(value);
    target.setF13(value);
    target.setF14(value);
    target.setF15(value);
  }

  private void set16At16(int value) {
    target.setF16(value);
    target.setF17(value);
    target.setF18(value);
    target.setF19(value);
    target.setF20(value);
    target.setF21(value);
    target.setF22(value);
    target.setF23(value);
    target.setF24(value);
    target.setF25(value);
    target.setF26(value);
    target.setF27(value);
    target.setF28(value);
    target.setF29(value);
    target.setF30(value);
    target.setF31(value);
  }

  private void set16At32(int value) {
    target.setF32(value);
    target.setF33(value);
    target.setF34(value);
    target.setF35(value);
    target.setF36(value);
    target.setF37(value);
    target.setF38(value);
    target.setF39(value);
    target.setF40(value);
    target.setF41(value);
    target.setF42(value);
    target.setF43(value);
    target.setF44(value);
    target.setF45(value);
    target.setF46(value);
    target.setF47(value);
  }

  private void set16At48(int value) {
    target.setF48(value);
    target.setF49(value);
    target.setF50(value);
    target.setF51(value);
    target.setF52(value);
    target.setF53(value);
    target.setF54(value);
    target.setF55(value);
    target.setF56(value);
    target.setF57(value);
    target.setF58(value);
    target.setF59(value);
    target.setF60(value);
    target.setF61(value);
    target.setF62(value);
    target.setF63(value);
  }

  private static long sum16At0(Wide.Reader source) {
    return source.getF0()
        + source.getF1()
        + source.getF2()
        + source.getF3()
        + source.getF4()
        + source.getF5()
        + source.getF6()
        + source.getF7()
        + source.getF8()
        + source.getF9()
        + source.getF10()
        + source.getF11()
        + source.getF12()
        + source.getF13()
        + source.getF14()
        + source.getF15();
  }

  private static long sum16At16(Wide.Reader source) {
    return source.getF16()
        + source.getF17()
        + source.getF18()
        + source.getF19()
        + source.getF20()
        + source.getF21()
        + source.getF22()
        + source.getF23()
        + source.getF24()
        + source.getF25()
        + source.getF26()
        + source.getF27()
        + source.getF28()
        + source.getF29()
        + source.getF30()
        + source.getF31();
  }

  private static long sum16At32(Wide.Reader source) {
    return source.getF32()
        + source.getF33()
        + source.getF34()
        + source.getF35()
        + source.getF36()
        + source.getF37()
        + source.getF38()
        + source.getF39()
        + source.getF40()
        + source.getF41()
        + source.getF42()
        + source.getF43()
        + source.getF44()
        + source.getF45()
        + source.getF46()
        + source.getF47();
  }

  private static long sum16At48(Wide.Reader source) {
    return source.getF48()
        + source.getF49()
        + source.getF50()
        + source.getF51()
        + source.getF52()
        + source.getF53()
        + source.getF54()
        + source.getF55()
        + source.getF56()
        + source.getF57()
        + source.getF58()
        + source.getF59()
        + source.getF60()
        + source.getF61()
        + source.getF62()
        + source.getF63();
  }
}
