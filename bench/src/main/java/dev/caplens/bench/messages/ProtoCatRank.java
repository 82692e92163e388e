package dev.caplens.bench.messages;

import dev.caplens.bench.proto.BenchProto.SearchResult;
import dev.caplens.bench.proto.BenchProto.SearchResultList;
import dev.caplens.bench.values.SearchPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// CatRank in Protocol Buffers.
final class ProtoCatRank extends ProtoExchange<SearchPage, SearchResultList, SearchResultList> {

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble((Scored s) -> -s.score);

  private record Scored(double score, SearchResult result) {}

  ProtoCatRank(List<SearchPage> pages) {
    super(pages, SearchResultList.parser(), SearchResultList.parser());
  }

  @Override
  SearchResultList build(SearchPage page) {
    SearchResultList.Builder list = SearchResultList.newBuilder();
    for (SearchPage.Hit hit : page.hits()) {
      list.addResultsBuilder().setUrl(hit.url()).setScore(hit.score()).setSnippet(hit.snippet());
    }
    return list.build();
  }

  @Override
  SearchResultList handle(SearchResultList request) {
    List<Scored> ranked = new ArrayList<>();
    for (SearchResult result : request.getResultsList()) {
      ranked.add(new Scored(rank(result), result));
    }
    ranked.sort(BEST_FIRST);
    SearchResultList.Builder list = SearchResultList.newBuilder();
    for (Scored scored : ranked) {
      list.addResults(scored.result.toBuilder().setScore(scored.score));
    }
    return list.build();
  }

  @Override
  long found(SearchResultList answer) {
    long good = 0;
    for (SearchResult result : answer.getResultsList()) {
      good += result.getScore() > SearchPage.GOOD ? 1 : 0;
    }
    return good;
  }

  @Override
  long seen(SearchResultList request) {
    long good = 0;
    for (SearchResult result : request.getResultsList()) {
      good += rank(result) > SearchPage.GOOD ? 1 : 0;
    }
    return good;
  }

  @Override
  protected long expected(SearchPage page) {
    return page.good();
  }

  @Override
  SearchPage plain(SearchResultList request) {
    return new SearchPage(
        request.getResultsList().stream()
            .map(r -> new SearchPage.Hit(r.getUrl(), r.getScore(), r.getSnippet()))
            .toList());
  }

  private static double rank(SearchResult result) {
    return SearchPage.rank(result.getScore(), result.getSnippet());
  }
}
