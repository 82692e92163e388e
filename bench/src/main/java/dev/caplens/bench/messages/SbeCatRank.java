package dev.caplens.bench.messages;

import dev.caplens.bench.sbe.SearchResultListDecoder;
import dev.caplens.bench.sbe.SearchResultListDecoder.ResultsDecoder;
import dev.caplens.bench.sbe.SearchResultListEncoder;
import dev.caplens.bench.sbe.SearchResultListEncoder.ResultsEncoder;
import dev.caplens.bench.values.SearchPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// CatRank in Simple Binary Encoding: text is decoded to be searched, and copied as bytes.
final class SbeCatRank extends SbeExchange<SearchPage> {

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble((Scored s) -> -s.score);

  /// A result whose text still stands in the request.
  private record Scored(double score, DirectBuffer url, DirectBuffer snippet) {}

  private final SearchResultListEncoder encoder = new SearchResultListEncoder();
  private final SearchResultListDecoder decoder = new SearchResultListDecoder();

  SbeCatRank(List<SearchPage> pages) {
    super(pages);
  }

  @Override
  int ask(SearchPage page, UnsafeBuffer target) {
    List<SearchPage.Hit> hits = page.hits();
    ResultsEncoder group =
        encoder.wrapAndApplyHeader(target, 0, headerEncoder).resultsCount(hits.size());
    for (int i = 0; i < hits.size(); i++) {
      SearchPage.Hit hit = hits.get(i);
      group.next().score(hit.score()).url(hit.url()).snippet(hit.snippet());
    }
    return headerEncoder.encodedLength() + encoder.encodedLength();
  }

  @Override
  void answer(UnsafeBuffer request, UnsafeBuffer target) {
    List<Scored> ranked = new ArrayList<>();
    for (ResultsDecoder result : results(request)) {
      double score = result.score();
      DirectBuffer url = new UnsafeBuffer();
      result.wrapUrl(url);
      DirectBuffer snippet = new UnsafeBuffer();
      result.wrapSnippet(snippet);
      ranked.add(new Scored(SearchPage.rank(score, text(snippet)), url, snippet));
    }
    ranked.sort(BEST_FIRST);
    ResultsEncoder group =
        encoder.wrapAndApplyHeader(target, 0, headerEncoder).resultsCount(ranked.size());
    for (Scored scored : ranked) {
      group.next().score(scored.score);
      group.putUrl(scored.url, 0, scored.url.capacity());
      group.putSnippet(scored.snippet, 0, scored.snippet.capacity());
    }
  }

  @Override
  protected long check(UnsafeBuffer answer) {
    long good = 0;
    for (ResultsDecoder result : results(answer)) {
      good += result.score() > SearchPage.GOOD ? 1 : 0;
      result.skipUrl();
      result.skipSnippet();
    }
    return good;
  }

  @Override
  protected long look(UnsafeBuffer request) {
    long good = 0;
    for (ResultsDecoder result : results(request)) {
      double score = result.score();
      result.skipUrl();
      good += SearchPage.rank(score, result.snippet()) > SearchPage.GOOD ? 1 : 0;
    }
    return good;
  }

  @Override
  protected long expected(SearchPage page) {
    return page.good();
  }

  @Override
  public SearchPage decode(byte[] request) {
    List<SearchPage.Hit> hits = new ArrayList<>();
    for (ResultsDecoder result : results(over(request))) {
      double score = result.score();
      hits.add(new SearchPage.Hit(result.url(), score, result.snippet()));
    }
    return new SearchPage(hits);
  }

  private ResultsDecoder results(UnsafeBuffer message) {
    return decoder.wrapAndApplyHeader(message, 0, headerDecoder).results();
  }

  private static String text(DirectBuffer bytes) {
    return bytes.getStringWithoutLengthUtf8(0, bytes.capacity());
  }
}
