package dev.caplens.core.text;

import java.util.List;

/// A text is no value of the type that is expected. Who wrote it must act: the message says what is
/// wrong in which line and column.
public final class MalformedText extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<TextProblem> problems;

  MalformedText(List<TextProblem> problems) {
    super(text(problems));
    this.problems = List.copyOf(problems);
  }

  private static String text(List<TextProblem> problems) {
    String first = "text value, " + problems.getFirst();
    int more = problems.size() - 1;
    return more == 0 ? first : first + " (and " + more + " more)";
  }

  /// Everything that is wrong, in the order in which it was found; at least one.
  public List<TextProblem> problems() {
    return problems;
  }
}
