package dev.caplens.bench.report;

import java.util.Locale;

/// A picture while it is drawn, in SVG that takes its colours from the page.
final class Svg {

  private final StringBuilder text = new StringBuilder();

  /// A picture of that size; the kind is a class of the figure around it, or empty.
  Svg(String kind, int width, int height, String title) {
    text.append(kind.isEmpty() ? "<figure>" : "<figure class=\"" + kind + "\">");
    shape("<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\"", width, height);
    text.append(" aria-label=\"").append(Html.escaped(title)).append("\">\n");
  }

  /// Draws something: SVG with places for values.
  Svg shape(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values));
    return this;
  }

  /// Writes a text in one of the page's styles.
  Svg text(String style, double x, double y, String words) {
    return shape("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">", style, x, y).words(words);
  }

  /// Ends a text that a shape began.
  Svg words(String words) {
    text.append(Html.escaped(words)).append("</text>\n");
    return this;
  }

  /// The finished picture.
  @Override
  public String toString() {
    return text + "</svg></figure>\n";
  }
}
