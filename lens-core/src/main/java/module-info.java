/// Memory and messages: regions of off-heap memory and who owns them, and the Cap'n Proto message
/// that is read and built in place in them.
@SuppressWarnings("module") // the modules to the right are not there when this one is compiled
module dev.caplens.core {
  requires static transitive org.jspecify;

  exports dev.caplens.core.contract;
  exports dev.caplens.core.dynamic;
  exports dev.caplens.core.encoding;
  exports dev.caplens.core.json;
  exports dev.caplens.core.memory;
  exports dev.caplens.core.message;
  exports dev.caplens.core.schema;
  exports dev.caplens.core.schema.evolution;
  exports dev.caplens.core.schema.lens;
  exports dev.caplens.core.syntax;
  exports dev.caplens.core.text;
  exports dev.caplens.core.raw to
      dev.caplens.bridge,
      dev.caplens.layout,
      dev.caplens.rings,
      dev.caplens.rpc;
}
