@0xbbbbbbbbbbbbbbb6;
# Structs at fixed offsets.

using Java = import "/capnp/java.capnp";
using Caplens = import "/caplens/annotations.capnp";
$Java.package("golden.layouts");

struct Header $Caplens.fixedLayout(128) {
  # What stands in front.

  magic @0 :UInt64;
  # Who wrote it.
  state @1 :UInt32;
  generation @2 :Int32;
  heartbeat @3 :Int64;
  kind @4 :Kind;
  level @5 :UInt8;
  delta @6 :Int8;
  open @7 :Bool;
  sealed @8 :Bool;
  ratio @9 :Float32;
  mean @10 :Float64;
  small @11 :Int16;
  port @12 :UInt16;
  owner :group {
    pid @13 :UInt32;
    startTime @14 :UInt64;
  }
}

enum Kind {
  kernel @0;
  module @1;
}
