@0xbbbbbbbbbbbbbbb5;
# Interfaces, without RPC.

using Java = import "/capnp/java.capnp";
using Caplens = import "/caplens/annotations.capnp";
$Java.package("golden.interfaces");

interface Calculator extends(Named) {
  # Evaluates expressions.

  evaluate @0 (expression :Text, precision :UInt8 = 16) -> (value :Value);
  # Never blocks.

  define @1 (count :Int32) -> Value.Read;
  write @2 (chunk :Data) -> stream;

  interface Value {
    read @0 () -> Read;
    struct Read {
      value @0 :Float64;
      next @1 :Value;
    }
  }
}

interface Named {
  getName @0 () -> (name :Text);
}

struct Holder {
  calculator @0 :Calculator;
  all @1 :List(Calculator);
  any @2 :Capability;
  names @5 :Store(Text);
  stores @6 :List(Store(Holder));
  union {
    none @3 :Void;
    value @4 :Calculator.Value;
  }
}

interface Store(T) {
  # Keeps values.

  put @0 (value :T) -> (key :Text);
  find @1 [K] (key :K) -> (value :T, other :Store(K)) $Caplens.deferred;
  close @2 () -> () $Caplens.name("shut");
}
