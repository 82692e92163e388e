package dev.caplens.bench.messages;

import dev.caplens.bench.capnproto.CatRank.SearchResult;
import dev.caplens.bench.capnproto.CatRank.SearchResultList;
import dev.caplens.bench.values.SearchPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.capnproto.StructList;

/// CatRank through `org.capnproto:runtime`: text is decoded to be searched.
final class PeerCatRank
    extends PeerExchange<
        SearchPage,
        SearchResultList.Reader,
        SearchResultList.Builder,
        SearchResultList.Reader,
        SearchResultList.Builder> {

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble((Scored s) -> -s.score);

  private record Scored(double score, SearchResult.Reader result) {}

  PeerCatRank(List<SearchPage> pages) {
    super(pages, SearchResultList.factory, SearchResultList.factory);
  }

  @Override
  void fill(SearchPage page, SearchResultList.Builder target) {
    List<SearchPage.Hit> hits = page.hits();
    StructList.Builder<SearchResult.Builder> list = target.initResults(hits.size());
    for (int i = 0; i < hits.size(); i++) {
      SearchPage.Hit hit = hits.get(i);
      SearchResult.Builder result = list.get(i);
      result.setUrl(hit.url());
      result.setScore(hit.score());
      result.setSnippet(hit.snippet());
    }
  }

  @Override
  void handle(SearchResultList.Reader source, SearchResultList.Builder target) {
    List<Scored> ranked = new ArrayList<>();
    for (SearchResult.Reader result : source.getResults()) {
      ranked.add(new Scored(rank(result), result));
    }
    ranked.sort(BEST_FIRST);
    StructList.Builder<SearchResult.Builder> list = target.initResults(ranked.size());
    for (int i = 0; i < ranked.size(); i++) {
      Scored scored = ranked.get(i);
      SearchResult.Builder result = list.get(i);
      result.setScore(scored.score);
      result.setUrl(scored.result.getUrl());
      result.setSnippet(scored.result.getSnippet());
    }
  }

  @Override
  long check(SearchResultList.Reader answer) {
    long good = 0;
    for (SearchResult.Reader result : answer.getResults()) {
      good += result.getScore() > SearchPage.GOOD ? 1 : 0;
    }
    return good;
  }

  @Override
  long look(SearchResultList.Reader source) {
    long good = 0;
    for (SearchResult.Reader result : source.getResults()) {
      good += rank(result) > SearchPage.GOOD ? 1 : 0;
    }
    return good;
  }

  @Override
  long expected(SearchPage page) {
    return page.good();
  }

  private static double rank(SearchResult.Reader result) {
    double score = result.getScore();
    String snippet = result.getSnippet().toString();
    if (snippet.contains(SearchPage.CAT)) {
      score *= SearchPage.WEIGHT;
    }
    if (snippet.contains(SearchPage.DOG)) {
      score /= SearchPage.WEIGHT;
    }
    return score;
  }
}
