package dev.caplens.core.json;

/// A text is no JSON, or is no value of the type that is expected. Who wrote it must act: the
/// message says what is wrong and where, by line and column or by the path of members and indexes.
public final class MalformedJson extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedJson(String text) {
    super(text);
  }
}
