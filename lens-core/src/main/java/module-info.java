/// Memory and messages: regions of off-heap memory and who owns them, and the Cap'n Proto message
/// that is read and built in place in them.
module dev.caplens.core {
  requires static transitive org.jspecify;

  exports dev.caplens.core.memory;
}
