package dev.caplens.bench.values;

import java.util.ArrayList;
import java.util.List;

/// The request of CatRank: results whose snippets may speak of cats or dogs.
///
/// @param hits the results, best first
public record SearchPage(List<Hit> hits) {

  /// A result is worth more where its snippet holds this.
  public static final String CAT = " cat ";

  /// A result is worth less where its snippet holds this.
  public static final String DOG = " dog ";

  /// What a cat multiplies the score with, and a dog divides it by.
  public static final double WEIGHT = 10000;

  /// From here on a score can only come from a cat.
  public static final double GOOD = 1001;

  private static final String[] WORDS = {
    "under ", "seven ", "red ", "kettles ", "a ", "of ", "sings ", "river ", "and ", "slowly ",
    "the ", "window ", "counts ", "to ", "in ", "copper ", "walks ", "paper ", "was ", "with "
  };

  /// One result.
  ///
  /// @param url where
  /// @param score how well it fits, from 1000 downwards
  /// @param snippet what it says
  public record Hit(String url, double score, String snippet) {}

  /// That many results; the order of the dice is that of `catrank.c++`.
  public static SearchPage of(int count, long seed) {
    Dice dice = new Dice(seed);
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String url = url(dice);
      boolean cat = dice.oneIn(8);
      boolean dog = dice.oneIn(8);
      hits.add(new Hit(url, 1000 - i, snippet(dice, cat, dog)));
    }
    return new SearchPage(List.copyOf(hits));
  }

  /// What the answer has to say: how many results hold a cat and no dog.
  public long good() {
    return hits.stream().filter(h -> h.snippet.contains(CAT) && !h.snippet.contains(DOG)).count();
  }

  /// What a result is worth once its snippet is known.
  public static double rank(double score, String snippet) {
    double rank = score;
    if (snippet.contains(CAT)) {
      rank *= WEIGHT;
    }
    if (snippet.contains(DOG)) {
      rank /= WEIGHT;
    }
    return rank;
  }

  private static String url(Dice dice) {
    StringBuilder url = new StringBuilder("http://example.org/");
    int length = dice.below(100);
    for (int i = 0; i < length; i++) {
      url.append((char) ('a' + dice.below(26)));
    }
    return url.toString();
  }

  private static String snippet(Dice dice, boolean cat, boolean dog) {
    StringBuilder text = new StringBuilder(" ");
    words(dice, text);
    text.append(cat ? "cat " : "");
    words(dice, text);
    text.append(dog ? "dog " : "");
    words(dice, text);
    return text.toString();
  }

  private static void words(Dice dice, StringBuilder text) {
    int count = dice.below(20);
    for (int i = 0; i < count; i++) {
      text.append(WORDS[dice.below(WORDS.length)]);
    }
  }
}
