package dev.caplens.bench.capnproto;

import org.capnproto.SegmentBuilder;
import org.capnproto.SegmentReader;
import org.capnproto.StructBuilder;
import org.capnproto.StructFactory;
import org.capnproto.StructList;
import org.capnproto.StructReader;
import org.capnproto.StructSize;

/// Accessors of `carsales.capnp` for the runtime `org.capnproto:runtime`, in the form that its own
/// generator gives them: per struct a factory, a reader and a builder over the runtime's public
/// classes. Only what the benchmark uses is here.
public final class ParkingLots {

  private ParkingLots() {}

  /// `ParkingLot`: 0 data words, 1 pointers.
  public static final class ParkingLot {

    private ParkingLot() {}

    /// Its size in words.
    public static final StructSize STRUCT_SIZE = new StructSize((short) 0, (short) 1);

    /// Makes readers and builders.
    public static final class Factory extends StructFactory<Builder, Reader> {
      @Override
      public Reader constructReader(
          SegmentReader segment,
          int data,
          int pointers,
          int dataSize,
          short pointerCount,
          int nestingLimit) {
        return new Reader(segment, data, pointers, dataSize, pointerCount, nestingLimit);
      }

      @Override
      public Builder constructBuilder(
          SegmentBuilder segment, int data, int pointers, int dataSize, short pointerCount) {
        return new Builder(segment, data, pointers, dataSize, pointerCount);
      }

      @Override
      public StructSize structSize() {
        return ParkingLot.STRUCT_SIZE;
      }

      @Override
      public Reader asReader(Builder builder) {
        return builder.asReader();
      }
    }

    /// The factory.
    public static final Factory factory = new Factory();

    /// Builds one.
    public static final class Builder extends StructBuilder {
      Builder(SegmentBuilder segment, int data, int pointers, int dataSize, short pointerCount) {
        super(segment, data, pointers, dataSize, pointerCount);
      }

      /// The same, to read.
      public Reader asReader() {
        return new Reader(segment, data, pointers, dataSize, pointerCount, 0x7fffffff);
      }

      public StructList.Builder<Cars.Car.Builder> initCars(int size) {
        return _initPointerField(Cars.Car.listFactory, 0, size);
      }
    }

    /// Reads one.
    public static final class Reader extends StructReader {
      Reader(
          SegmentReader segment,
          int data,
          int pointers,
          int dataSize,
          short pointerCount,
          int nestingLimit) {
        super(segment, data, pointers, dataSize, pointerCount, nestingLimit);
      }

      public StructList.Reader<Cars.Car.Reader> getCars() {
        return _getPointerField(Cars.Car.listFactory, 0, null, 0);
      }
    }
  }

  /// `TotalValue`: 1 data words, 0 pointers.
  public static final class TotalValue {

    private TotalValue() {}

    /// Its size in words.
    public static final StructSize STRUCT_SIZE = new StructSize((short) 1, (short) 0);

    /// Makes readers and builders.
    public static final class Factory extends StructFactory<Builder, Reader> {
      @Override
      public Reader constructReader(
          SegmentReader segment,
          int data,
          int pointers,
          int dataSize,
          short pointerCount,
          int nestingLimit) {
        return new Reader(segment, data, pointers, dataSize, pointerCount, nestingLimit);
      }

      @Override
      public Builder constructBuilder(
          SegmentBuilder segment, int data, int pointers, int dataSize, short pointerCount) {
        return new Builder(segment, data, pointers, dataSize, pointerCount);
      }

      @Override
      public StructSize structSize() {
        return TotalValue.STRUCT_SIZE;
      }

      @Override
      public Reader asReader(Builder builder) {
        return builder.asReader();
      }
    }

    /// The factory.
    public static final Factory factory = new Factory();

    /// Builds one.
    public static final class Builder extends StructBuilder {
      Builder(SegmentBuilder segment, int data, int pointers, int dataSize, short pointerCount) {
        super(segment, data, pointers, dataSize, pointerCount);
      }

      /// The same, to read.
      public Reader asReader() {
        return new Reader(segment, data, pointers, dataSize, pointerCount, 0x7fffffff);
      }

      public long getAmount() {
        return _getLongField(0);
      }

      public void setAmount(long value) {
        _setLongField(0, value);
      }
    }

    /// Reads one.
    public static final class Reader extends StructReader {
      Reader(
          SegmentReader segment,
          int data,
          int pointers,
          int dataSize,
          short pointerCount,
          int nestingLimit) {
        super(segment, data, pointers, dataSize, pointerCount, nestingLimit);
      }

      public long getAmount() {
        return _getLongField(0);
      }
    }
  }
}
