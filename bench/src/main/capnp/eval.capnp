@0xe12dc4c3e70e9eda;
# The schema of the reference project's benchmark Eval: a deep tree of small structs with unions.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("eval");

enum Operation @0xacf353ef75773376 {
  add @0;
  subtract @1;
  multiply @2;
  divide @3;
  modulus @4;
}

struct Expression @0x81d32418aae320bf {
  op @0 :Operation;

  left :group {
    union {
      value @1 :Int32;
      expression @2 :Expression;
    }
  }

  right :group {
    union {
      value @3 :Int32;
      expression @4 :Expression;
    }
  }
}

struct EvaluationResult @0xa349c302d856d199 {
  value @0 :Int32;
}
