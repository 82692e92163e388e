// CatRank through Cap'n Proto's own library; the values are those of SearchPage.java.
#include <algorithm>
#include <string>

#include "catrank.capnp.h"
#include "exchange.h"

namespace {

using namespace catrank;

const char* const WORDS_OF_TEXT[] = {"under ", "seven ",  "red ", "kettles ", "a ",     "of ",   "sings ",
                                     "river ", "and ",    "slowly ", "the ",  "window ", "counts ", "to ",
                                     "in ",    "copper ", "walks ", "paper ", "was ",   "with "};

struct Hit {
  std::string url;
  double score;
  std::string snippet;
};

struct Scored {
  double score;
  SearchResult::Reader result;
};

void addWords(Dice& dice, std::string& text) {
  int count = dice.below(20);
  for (int i = 0; i < count; i++) text += WORDS_OF_TEXT[dice.below(20)];
}

Hit hit(Dice& dice, int rank) {
  Hit result;
  result.url = "http://example.org/";
  int length = dice.below(100);
  for (int i = 0; i < length; i++) result.url += static_cast<char>('a' + dice.below(26));
  bool cat = dice.oneIn(8);
  bool dog = dice.oneIn(8);
  result.score = 1000 - rank;
  result.snippet = " ";
  addWords(dice, result.snippet);
  if (cat) result.snippet += "cat ";
  addWords(dice, result.snippet);
  if (dog) result.snippet += "dog ";
  addWords(dice, result.snippet);
  return result;
}

double rank(SearchResult::Reader result) {
  double score = result.getScore();
  const char* snippet = result.getSnippet().cStr();
  if (strstr(snippet, " cat ") != nullptr) score *= 10000;
  if (strstr(snippet, " dog ") != nullptr) score /= 10000;
  return score;
}

struct CatRank {
  using Value = std::vector<Hit>;
  using Request = SearchResultList;
  using Answer = SearchResultList;

  static std::vector<Value> values(uint64_t seed) {
    Dice dice(seed);
    Value hits;
    for (int i = 0; i < 500; i++) hits.push_back(hit(dice, i));
    return {hits};
  }

  static void fill(const Value& hits, SearchResultList::Builder target) {
    auto list = target.initResults(hits.size());
    for (size_t i = 0; i < hits.size(); i++) {
      auto result = list[i];
      result.setUrl(capnp::Text::Reader(hits[i].url.c_str(), hits[i].url.size()));
      result.setScore(hits[i].score);
      result.setSnippet(capnp::Text::Reader(hits[i].snippet.c_str(), hits[i].snippet.size()));
    }
  }

  static void handle(SearchResultList::Reader source, SearchResultList::Builder target) {
    std::vector<Scored> ranked;
    for (auto result : source.getResults()) ranked.push_back({rank(result), result});
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Scored& a, const Scored& b) { return a.score > b.score; });
    auto list = target.initResults(ranked.size());
    for (size_t i = 0; i < ranked.size(); i++) {
      auto result = list[i];
      result.setScore(ranked[i].score);
      result.setUrl(ranked[i].result.getUrl());
      result.setSnippet(ranked[i].result.getSnippet());
    }
  }

  static int64_t check(SearchResultList::Reader answer) {
    int64_t good = 0;
    for (auto result : answer.getResults()) good += result.getScore() > 1001;
    return good;
  }

  static int64_t look(SearchResultList::Reader source) {
    int64_t good = 0;
    for (auto result : source.getResults()) good += rank(result) > 1001;
    return good;
  }

  static int64_t expected(const Value& hits) {
    int64_t good = 0;
    for (const auto& hit : hits) {
      good += hit.snippet.find(" cat ") != std::string::npos && hit.snippet.find(" dog ") == std::string::npos;
    }
    return good;
  }
};

}  // namespace

int main(int argc, char** argv) { return run<CatRank>(argc, argv); }
