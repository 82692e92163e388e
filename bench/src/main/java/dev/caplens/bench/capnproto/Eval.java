package dev.caplens.bench.capnproto;

import org.capnproto.SegmentBuilder;
import org.capnproto.SegmentReader;
import org.capnproto.StructBuilder;
import org.capnproto.StructFactory;
import org.capnproto.StructReader;
import org.capnproto.StructSize;

/// Accessors of `eval.capnp` for the runtime `org.capnproto:runtime`, in the form that its own
/// generator gives them: per struct a factory, a reader and a builder over the runtime's public
/// classes. Only what the benchmark uses is here.
public final class Eval {

  private Eval() {}

  /// `Expression`: 2 data words, 2 pointers.
  public static final class Expression {

    private Expression() {}

    /// Its size in words.
    public static final StructSize STRUCT_SIZE = new StructSize((short) 2, (short) 2);

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
        return Expression.STRUCT_SIZE;
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

      public Operation getOp() {
        return Operation.of(_getShortField(0));
      }

      public void setOp(Operation value) {
        _setShortField(0, (short) value.ordinal());
      }

      /// `left`.
      public Left.Builder getLeft() {
        return new Left.Builder(segment, data, pointers, dataSize, pointerCount);
      }

      /// `right`.
      public Right.Builder getRight() {
        return new Right.Builder(segment, data, pointers, dataSize, pointerCount);
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

      public Operation getOp() {
        return Operation.of(_getShortField(0));
      }

      /// `left`.
      public Left.Reader getLeft() {
        return new Left.Reader(segment, data, pointers, dataSize, pointerCount, nestingLimit);
      }

      /// `right`.
      public Right.Reader getRight() {
        return new Right.Reader(segment, data, pointers, dataSize, pointerCount, nestingLimit);
      }
    }

    /// The group `left`.
    public static final class Left {

      private Left() {}

      /// Builds one.
      public static final class Builder extends StructBuilder {
        Builder(SegmentBuilder segment, int data, int pointers, int dataSize, short pointerCount) {
          super(segment, data, pointers, dataSize, pointerCount);
        }

        /// The same, to read.
        public Reader asReader() {
          return new Reader(segment, data, pointers, dataSize, pointerCount, 0x7fffffff);
        }

        public Which which() {
          return switch (_getShortField(1)) {
            case 0 -> Which.VALUE;
            case 1 -> Which.EXPRESSION;
            default -> Which._NOT_IN_SCHEMA;
          };
        }

        public int getValue() {
          return _getIntField(1);
        }

        public void setValue(int value) {
          _setShortField(1, (short) 0);
          _setIntField(1, value);
        }

        public Expression.Builder initExpression() {
          _setShortField(1, (short) 1);
          return _initPointerField(Expression.factory, 0, 0);
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

        public Which which() {
          return switch (_getShortField(1)) {
            case 0 -> Which.VALUE;
            case 1 -> Which.EXPRESSION;
            default -> Which._NOT_IN_SCHEMA;
          };
        }

        public int getValue() {
          return _getIntField(1);
        }

        public Expression.Reader getExpression() {
          return _getPointerField(Expression.factory, 0, null, 0);
        }
      }
    }

    /// The group `right`.
    public static final class Right {

      private Right() {}

      /// Builds one.
      public static final class Builder extends StructBuilder {
        Builder(SegmentBuilder segment, int data, int pointers, int dataSize, short pointerCount) {
          super(segment, data, pointers, dataSize, pointerCount);
        }

        /// The same, to read.
        public Reader asReader() {
          return new Reader(segment, data, pointers, dataSize, pointerCount, 0x7fffffff);
        }

        public Which which() {
          return switch (_getShortField(6)) {
            case 0 -> Which.VALUE;
            case 1 -> Which.EXPRESSION;
            default -> Which._NOT_IN_SCHEMA;
          };
        }

        public int getValue() {
          return _getIntField(2);
        }

        public void setValue(int value) {
          _setShortField(6, (short) 0);
          _setIntField(2, value);
        }

        public Expression.Builder initExpression() {
          _setShortField(6, (short) 1);
          return _initPointerField(Expression.factory, 1, 0);
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

        public Which which() {
          return switch (_getShortField(6)) {
            case 0 -> Which.VALUE;
            case 1 -> Which.EXPRESSION;
            default -> Which._NOT_IN_SCHEMA;
          };
        }

        public int getValue() {
          return _getIntField(2);
        }

        public Expression.Reader getExpression() {
          return _getPointerField(Expression.factory, 1, null, 0);
        }
      }
    }
  }

  /// `EvaluationResult`: 1 data words, 0 pointers.
  public static final class EvaluationResult {

    private EvaluationResult() {}

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
        return EvaluationResult.STRUCT_SIZE;
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

      public int getValue() {
        return _getIntField(0);
      }

      public void setValue(int value) {
        _setIntField(0, value);
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

      public int getValue() {
        return _getIntField(0);
      }
    }
  }

  /// `Operation`.
  public enum Operation {
    /// `add`.
    ADD,
    /// `subtract`.
    SUBTRACT,
    /// `multiply`.
    MULTIPLY,
    /// `divide`.
    DIVIDE,
    /// `modulus`.
    MODULUS,
    /// What this schema does not know.
    _NOT_IN_SCHEMA;

    private static final Operation[] VALUES = values();

    static Operation of(int raw) {
      return raw >= 0 && raw < VALUES.length - 1 ? VALUES[raw] : _NOT_IN_SCHEMA;
    }
  }

  /// `Which`.
  public enum Which {
    /// `value`.
    VALUE,
    /// `expression`.
    EXPRESSION,
    /// What this schema does not know.
    _NOT_IN_SCHEMA;

    private static final Which[] VALUES = values();

    static Which of(int raw) {
      return raw >= 0 && raw < VALUES.length - 1 ? VALUES[raw] : _NOT_IN_SCHEMA;
    }
  }
}
