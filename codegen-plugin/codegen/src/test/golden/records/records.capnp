@0xbbbbbbbbbbbbbbb8;
# Structs that are also records of Java.

using Java = import "/capnp/java.capnp";
using Caplens = import "/caplens/annotations.capnp";
$Java.package("golden.records");

struct Order $Caplens.record {
  # What somebody wants.

  id @0 :UInt64;
  customer @1 :Text;
  paid @2 :Bool = true;
  state @3 :State = open;
  lines @4 :List(Line);
  signature @5 :Data;
  delivery @6 :Line;
  tags @7 :List(Text);
  codes @8 :List(UInt16);
  matrix @9 :List(List(Float64));
  seals @10 :List(Data);
  states @11 :List(State);
  previous @12 :Order;
  nothing @13 :Void;
  to @14 :Text = "home";
  place :group {
    x @15 :Int32 = -1;
    hashCode @16 :Text;
  }

  struct Line $Caplens.record {
    article @0 :Text;
    count @1 :UInt8 = 1;
  }

  enum State {
    open @0;
    done @1;
  }
}
