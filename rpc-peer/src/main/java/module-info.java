/// Capability RPC over rings, and sessions on it. Nothing stands here yet.
module dev.caplens.rpc {
  requires transitive dev.caplens.rings;
  requires static transitive org.jspecify;
}
