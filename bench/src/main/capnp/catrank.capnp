@0x82beb8e37ff79aba;
# The schema of the reference project's benchmark CatRank: text that is searched, ranked and copied.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("catrank");

struct SearchResultList @0x9e10f22b24271858 {
  results @0 :List(SearchResult);
}

struct SearchResult @0xac80c0cd21fc17f5 {
  url @0 :Text;
  score @1 :Float64;
  snippet @2 :Text;
}
