package dev.caplens.bench.capnproto;

import org.capnproto.SegmentBuilder;
import org.capnproto.SegmentReader;
import org.capnproto.StructBuilder;
import org.capnproto.StructFactory;
import org.capnproto.StructList;
import org.capnproto.StructReader;
import org.capnproto.StructSize;
import org.capnproto.Text;

/// Accessors of `carsales.capnp` for the runtime `org.capnproto:runtime`, in the form that its own
/// generator gives them: per struct a factory, a reader and a builder over the runtime's public
/// classes. Only what the benchmark uses is here.
public final class Cars {

  private Cars() {}

  /// `Car`: 3 data words, 4 pointers.
  public static final class Car {

    private Car() {}

    /// Its size in words.
    public static final StructSize STRUCT_SIZE = new StructSize((short) 3, (short) 4);

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
        return Car.STRUCT_SIZE;
      }

      @Override
      public Reader asReader(Builder builder) {
        return builder.asReader();
      }
    }

    /// The factory.
    public static final Factory factory = new Factory();

    /// The factory of its lists.
    public static final StructList.Factory<Builder, Reader> listFactory =
        new StructList.Factory<>(factory);

    /// Builds one.
    public static final class Builder extends StructBuilder {
      Builder(SegmentBuilder segment, int data, int pointers, int dataSize, short pointerCount) {
        super(segment, data, pointers, dataSize, pointerCount);
      }

      /// The same, to read.
      public Reader asReader() {
        return new Reader(segment, data, pointers, dataSize, pointerCount, 0x7fffffff);
      }

      public void setMake(Text.Reader value) {
        _setPointerField(Text.factory, 0, value);
      }

      public void setMake(String value) {
        _setPointerField(Text.factory, 0, new Text.Reader(value));
      }

      public void setModel(Text.Reader value) {
        _setPointerField(Text.factory, 1, value);
      }

      public void setModel(String value) {
        _setPointerField(Text.factory, 1, new Text.Reader(value));
      }

      public Color getColor() {
        return Color.of(_getShortField(0));
      }

      public void setColor(Color value) {
        _setShortField(0, (short) value.ordinal());
      }

      public byte getSeats() {
        return _getByteField(2);
      }

      public void setSeats(byte value) {
        _setByteField(2, value);
      }

      public byte getDoors() {
        return _getByteField(3);
      }

      public void setDoors(byte value) {
        _setByteField(3, value);
      }

      public StructList.Builder<Wheel.Builder> initWheels(int size) {
        return _initPointerField(Wheel.listFactory, 2, size);
      }

      public short getLength() {
        return _getShortField(2);
      }

      public void setLength(short value) {
        _setShortField(2, value);
      }

      public short getWidth() {
        return _getShortField(3);
      }

      public void setWidth(short value) {
        _setShortField(3, value);
      }

      public short getHeight() {
        return _getShortField(4);
      }

      public void setHeight(short value) {
        _setShortField(4, value);
      }

      public int getWeight() {
        return _getIntField(3);
      }

      public void setWeight(int value) {
        _setIntField(3, value);
      }

      public Engine.Builder initEngine() {
        return _initPointerField(Engine.factory, 3, 0);
      }

      public float getFuelCapacity() {
        return _getFloatField(4);
      }

      public void setFuelCapacity(float value) {
        _setFloatField(4, value);
      }

      public float getFuelLevel() {
        return _getFloatField(5);
      }

      public void setFuelLevel(float value) {
        _setFloatField(5, value);
      }

      public boolean getHasPowerWindows() {
        return _getBooleanField(80);
      }

      public void setHasPowerWindows(boolean value) {
        _setBooleanField(80, value);
      }

      public boolean getHasPowerSteering() {
        return _getBooleanField(81);
      }

      public void setHasPowerSteering(boolean value) {
        _setBooleanField(81, value);
      }

      public boolean getHasCruiseControl() {
        return _getBooleanField(82);
      }

      public void setHasCruiseControl(boolean value) {
        _setBooleanField(82, value);
      }

      public byte getCupHolders() {
        return _getByteField(11);
      }

      public void setCupHolders(byte value) {
        _setByteField(11, value);
      }

      public boolean getHasNavSystem() {
        return _getBooleanField(83);
      }

      public void setHasNavSystem(boolean value) {
        _setBooleanField(83, value);
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

      public Text.Reader getMake() {
        return _getPointerField(Text.factory, 0, null, 0, 0);
      }

      public Text.Reader getModel() {
        return _getPointerField(Text.factory, 1, null, 0, 0);
      }

      public Color getColor() {
        return Color.of(_getShortField(0));
      }

      public byte getSeats() {
        return _getByteField(2);
      }

      public byte getDoors() {
        return _getByteField(3);
      }

      public StructList.Reader<Wheel.Reader> getWheels() {
        return _getPointerField(Wheel.listFactory, 2, null, 0);
      }

      public short getLength() {
        return _getShortField(2);
      }

      public short getWidth() {
        return _getShortField(3);
      }

      public short getHeight() {
        return _getShortField(4);
      }

      public int getWeight() {
        return _getIntField(3);
      }

      public Engine.Reader getEngine() {
        return _getPointerField(Engine.factory, 3, null, 0);
      }

      public float getFuelCapacity() {
        return _getFloatField(4);
      }

      public float getFuelLevel() {
        return _getFloatField(5);
      }

      public boolean getHasPowerWindows() {
        return _getBooleanField(80);
      }

      public boolean getHasPowerSteering() {
        return _getBooleanField(81);
      }

      public boolean getHasCruiseControl() {
        return _getBooleanField(82);
      }

      public byte getCupHolders() {
        return _getByteField(11);
      }

      public boolean getHasNavSystem() {
        return _getBooleanField(83);
      }
    }
  }

  /// `Wheel`: 1 data words, 0 pointers.
  public static final class Wheel {

    private Wheel() {}

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
        return Wheel.STRUCT_SIZE;
      }

      @Override
      public Reader asReader(Builder builder) {
        return builder.asReader();
      }
    }

    /// The factory.
    public static final Factory factory = new Factory();

    /// The factory of its lists.
    public static final StructList.Factory<Builder, Reader> listFactory =
        new StructList.Factory<>(factory);

    /// Builds one.
    public static final class Builder extends StructBuilder {
      Builder(SegmentBuilder segment, int data, int pointers, int dataSize, short pointerCount) {
        super(segment, data, pointers, dataSize, pointerCount);
      }

      /// The same, to read.
      public Reader asReader() {
        return new Reader(segment, data, pointers, dataSize, pointerCount, 0x7fffffff);
      }

      public short getDiameter() {
        return _getShortField(0);
      }

      public void setDiameter(short value) {
        _setShortField(0, value);
      }

      public float getAirPressure() {
        return _getFloatField(1);
      }

      public void setAirPressure(float value) {
        _setFloatField(1, value);
      }

      public boolean getSnowTires() {
        return _getBooleanField(16);
      }

      public void setSnowTires(boolean value) {
        _setBooleanField(16, value);
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

      public short getDiameter() {
        return _getShortField(0);
      }

      public float getAirPressure() {
        return _getFloatField(1);
      }

      public boolean getSnowTires() {
        return _getBooleanField(16);
      }
    }
  }

  /// `Engine`: 1 data words, 0 pointers.
  public static final class Engine {

    private Engine() {}

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
        return Engine.STRUCT_SIZE;
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

      public short getHorsepower() {
        return _getShortField(0);
      }

      public void setHorsepower(short value) {
        _setShortField(0, value);
      }

      public byte getCylinders() {
        return _getByteField(2);
      }

      public void setCylinders(byte value) {
        _setByteField(2, value);
      }

      public int getCc() {
        return _getIntField(1);
      }

      public void setCc(int value) {
        _setIntField(1, value);
      }

      public boolean getUsesGas() {
        return _getBooleanField(24);
      }

      public void setUsesGas(boolean value) {
        _setBooleanField(24, value);
      }

      public boolean getUsesElectric() {
        return _getBooleanField(25);
      }

      public void setUsesElectric(boolean value) {
        _setBooleanField(25, value);
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

      public short getHorsepower() {
        return _getShortField(0);
      }

      public byte getCylinders() {
        return _getByteField(2);
      }

      public int getCc() {
        return _getIntField(1);
      }

      public boolean getUsesGas() {
        return _getBooleanField(24);
      }

      public boolean getUsesElectric() {
        return _getBooleanField(25);
      }
    }
  }

  /// `Color`.
  public enum Color {
    /// `black`.
    BLACK,
    /// `white`.
    WHITE,
    /// `red`.
    RED,
    /// `green`.
    GREEN,
    /// `blue`.
    BLUE,
    /// `cyan`.
    CYAN,
    /// `magenta`.
    MAGENTA,
    /// `yellow`.
    YELLOW,
    /// `silver`.
    SILVER,
    /// What this schema does not know.
    _NOT_IN_SCHEMA;

    private static final Color[] VALUES = values();

    static Color of(int raw) {
      return raw >= 0 && raw < VALUES.length - 1 ? VALUES[raw] : _NOT_IN_SCHEMA;
    }
  }
}
