package dev.caplens.bench.messages;

import dev.caplens.bench.lens.SearchResult;
import dev.caplens.bench.lens.SearchResultList;
import dev.caplens.bench.values.SearchPage;
import dev.caplens.core.message.Text;
import java.util.List;

/// CatRank in our own style: cursors where an element is not kept, and text that is searched in
/// place.
final class CursorCatRank extends LensCatRank {

  CursorCatRank(List<SearchPage> pages) {
    super(pages);
  }

  @Override
  void fill(SearchPage page, SearchResultList.Builder target) {
    List<SearchPage.Hit> hits = page.hits();
    for (var list = target.initResults(hits.size()).cursor(); list.next(); ) {
      SearchPage.Hit hit = hits.get(list.index());
      list.element().setUrl(hit.url()).setScore(hit.score()).setSnippet(hit.snippet());
    }
  }

  @Override
  long check(SearchResultList.Reader answer) {
    long good = 0;
    for (var list = answer.getResults().cursor(); list.next(); ) {
      good += list.element().getScore() > SearchPage.GOOD ? 1 : 0;
    }
    return good;
  }

  @Override
  long look(SearchResultList.Reader source) {
    long good = 0;
    for (var list = source.getResults().cursor(); list.next(); ) {
      good += rank(list.element()) > SearchPage.GOOD ? 1 : 0;
    }
    return good;
  }

  @Override
  double rank(SearchResult.Reader result) {
    double score = result.getScore();
    Text.Reader snippet = result.getSnippet();
    if (snippet.contains(SearchPage.CAT)) {
      score *= SearchPage.WEIGHT;
    }
    if (snippet.contains(SearchPage.DOG)) {
      score /= SearchPage.WEIGHT;
    }
    return score;
  }
}
