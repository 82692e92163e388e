/// The SAB master map: which region of the shared memory lies where, and the views of it.
@SuppressWarnings("module") // the modules to the right are not there when this one is compiled
module dev.caplens.layout {
  requires transitive dev.caplens.core;
  requires static transitive org.jspecify;

  exports dev.caplens.layout;
  exports dev.caplens.layout.arena;
  exports dev.caplens.layout.process;
  exports dev.caplens.layout.registry;
  exports dev.caplens.layout.signal;
  exports dev.caplens.layout.map to
      dev.caplens.bridge,
      dev.caplens.rings,
      dev.caplens.rpc;
}
