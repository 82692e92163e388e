package dev.caplens.bench.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.caplens.bench.flatbuffers.schema.SearchResult;
import dev.caplens.bench.flatbuffers.schema.SearchResultList;
import dev.caplens.bench.values.SearchPage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// CatRank in FlatBuffers: text is decoded to be searched, and copied as bytes.
final class FlatCatRank extends FlatExchange<SearchPage> {

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble((Scored s) -> -s.score);

  private record Scored(double score, SearchResult result) {}

  private final SearchResultList list = new SearchResultList();
  private final SearchResult result = new SearchResult();

  FlatCatRank(List<SearchPage> pages) {
    super(pages);
  }

  @Override
  int build(SearchPage page, FlatBufferBuilder target) {
    List<SearchPage.Hit> hits = page.hits();
    int[] offsets = new int[hits.size()];
    for (int i = 0; i < offsets.length; i++) {
      SearchPage.Hit hit = hits.get(i);
      int url = target.createString(hit.url());
      int snippet = target.createString(hit.snippet());
      offsets[i] = SearchResult.createSearchResult(target, url, hit.score(), snippet);
    }
    return root(offsets, target);
  }

  @Override
  int handle(ByteBuffer source, FlatBufferBuilder target) {
    SearchResultList.getRootAsSearchResultList(source, list);
    List<Scored> ranked = new ArrayList<>();
    for (int i = 0; i < list.resultsLength(); i++) {
      SearchResult one = list.results(i);
      ranked.add(new Scored(SearchPage.rank(one.score(), one.snippet()), one));
    }
    ranked.sort(BEST_FIRST);
    int[] offsets = new int[ranked.size()];
    for (int i = 0; i < offsets.length; i++) {
      Scored scored = ranked.get(i);
      int url = target.createString(scored.result.urlAsByteBuffer());
      int snippet = target.createString(scored.result.snippetAsByteBuffer());
      offsets[i] = SearchResult.createSearchResult(target, url, scored.score, snippet);
    }
    return root(offsets, target);
  }

  @Override
  protected long check(ByteBuffer answer) {
    SearchResultList.getRootAsSearchResultList(answer, list);
    long good = 0;
    int count = list.resultsLength();
    for (int i = 0; i < count; i++) {
      good += list.results(result, i).score() > SearchPage.GOOD ? 1 : 0;
    }
    return good;
  }

  @Override
  protected long look(ByteBuffer request) {
    SearchResultList.getRootAsSearchResultList(request, list);
    long good = 0;
    int count = list.resultsLength();
    for (int i = 0; i < count; i++) {
      list.results(result, i);
      good += SearchPage.rank(result.score(), result.snippet()) > SearchPage.GOOD ? 1 : 0;
    }
    return good;
  }

  @Override
  protected long expected(SearchPage page) {
    return page.good();
  }

  @Override
  public SearchPage decode(byte[] request) {
    SearchResultList source = SearchResultList.getRootAsSearchResultList(ByteBuffer.wrap(request));
    List<SearchPage.Hit> hits = new ArrayList<>();
    for (int i = 0; i < source.resultsLength(); i++) {
      SearchResult one = source.results(i);
      hits.add(new SearchPage.Hit(one.url(), one.score(), one.snippet()));
    }
    return new SearchPage(hits);
  }

  private static int root(int[] offsets, FlatBufferBuilder target) {
    int results = SearchResultList.createResultsVector(target, offsets);
    return SearchResultList.createSearchResultList(target, results);
  }
}
