package dev.caplens.bench.capnproto;

import org.capnproto.SegmentBuilder;
import org.capnproto.SegmentReader;
import org.capnproto.StructBuilder;
import org.capnproto.StructFactory;
import org.capnproto.StructList;
import org.capnproto.StructReader;
import org.capnproto.StructSize;
import org.capnproto.Text;

/// Accessors of `catrank.capnp` for the runtime `org.capnproto:runtime`, in the form that its own
/// generator gives them: per struct a factory, a reader and a builder over the runtime's public
/// classes. Only what the benchmark uses is here.
public final class CatRank {

  private CatRank() {}

  /// `SearchResultList`: 0 data words, 1 pointers.
  public static final class SearchResultList {

    private SearchResultList() {}

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
        return SearchResultList.STRUCT_SIZE;
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

      public StructList.Builder<SearchResult.Builder> initResults(int size) {
        return _initPointerField(SearchResult.listFactory, 0, size);
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

      public StructList.Reader<SearchResult.Reader> getResults() {
        return _getPointerField(SearchResult.listFactory, 0, null, 0);
      }
    }
  }

  /// `SearchResult`: 1 data words, 2 pointers.
  public static final class SearchResult {

    private SearchResult() {}

    /// Its size in words.
    public static final StructSize STRUCT_SIZE = new StructSize((short) 1, (short) 2);

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
        return SearchResult.STRUCT_SIZE;
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

      public void setUrl(Text.Reader value) {
        _setPointerField(Text.factory, 0, value);
      }

      public void setUrl(String value) {
        _setPointerField(Text.factory, 0, new Text.Reader(value));
      }

      public double getScore() {
        return _getDoubleField(0);
      }

      public void setScore(double value) {
        _setDoubleField(0, value);
      }

      public void setSnippet(Text.Reader value) {
        _setPointerField(Text.factory, 1, value);
      }

      public void setSnippet(String value) {
        _setPointerField(Text.factory, 1, new Text.Reader(value));
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

      public Text.Reader getUrl() {
        return _getPointerField(Text.factory, 0, null, 0, 0);
      }

      public double getScore() {
        return _getDoubleField(0);
      }

      public Text.Reader getSnippet() {
        return _getPointerField(Text.factory, 1, null, 0, 0);
      }
    }
  }
}
