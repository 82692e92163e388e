package dev.caplens.core.json;

/// A value of the schema has no form in JSON: a capability or a pointer of unknown type, or a
/// schema whose JSON annotations contradict each other. Whoever wrote the program or the schema
/// must act; the message says how.
public final class NoJsonForm extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoJsonForm(String text) {
    super(text);
  }
}
