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

struct Panel $Caplens.fixedLayout(256) {
  # Fields that say where they stand.

  state @0 :UInt32 $Caplens.at(0);
  kind @1 :Kind $Caplens.at(4);
  name @2 :Text $Caplens.at(8) $Caplens.length(12);
  key @3 :Data $Caplens.at(20) $Caplens.length(4);
  heartbeat @4 :UInt64 $Caplens.at(128);
  # On a line of its own.
  epochs @5 :List(UInt32) $Caplens.at(64) $Caplens.length(3);
  owner :group {
    runs @6 :List(Int16) $Caplens.at(136) $Caplens.length(2);
    words @7 :List(UInt64) $Caplens.at(144) $Caplens.length(14);
  }
}

enum Kind {
  kernel @0;
  module @1;
}
