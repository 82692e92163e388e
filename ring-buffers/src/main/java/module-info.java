/// Rings between processes: claim, commit, abort, take; waiting; recovery after a peer has left or
/// died.
module dev.caplens.rings {
  requires transitive dev.caplens.layout;
  requires static transitive org.jspecify;

  exports dev.caplens.rings;
}
