/// Rings between processes: claim, commit, abort, poll; waiting; recovery after a peer has died.
module dev.caplens.rings {
  requires transitive dev.caplens.layout;
  requires static transitive org.jspecify;
}
