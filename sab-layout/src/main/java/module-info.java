/// The SAB master map: which region of the shared memory lies where, and the lenses over it.
module dev.caplens.layout {
  requires transitive dev.caplens.core;
  requires static transitive org.jspecify;
}
