/// The operating system and the other languages: futex, the C header.
module dev.caplens.bridge {
  requires transitive dev.caplens.rings;
  requires static transitive org.jspecify;

  exports dev.caplens.bridge;
}
