@0xbbbbbbbbbbbbbbb3;
# Unions and groups in every position.

using Java = import "/capnp/java.capnp";
$Java.package("golden.unions");

struct Shape {
  # A flat figure.

  union {
    point @0 :Void;
    # Without extent.
    circle @1 :Float64;
    # By its radius.
    square :group {
      side @2 :UInt32 = 1;
      label @3 :Text;
    }
    polygon @4 :List(Corner);
    name @5 :Text = "unnamed";
    shape @6 :Shape;
    solid @7 :Bool = true;
    kind @8 :Kind;
    unknown @9 :UInt8;
  }

  area @10 :Float64;

  style :union {
    plain @11 :Void;
    dashed :group {
      on @12 :UInt16 = 3;
      off @13 :UInt16 = 2;
    }
    image @14 :Data;
  }

  origin :group {
    x @15 :Int32;
    y @16 :Int32;
    depth :union {
      none @17 :Void;
      z @18 :Int32;
    }
  }

  struct Corner {
    x @0 :Int32;
    y @1 :Int32;
  }

  enum Kind {
    thin @0;
    thick @1;
  }
}

struct Mark {
  # Members beside their discriminant in one word.

  serial @0 :UInt64;

  form :union {
    flag @1 :Bool = true;
    tiny @2 :Int8 = -3;
    small @3 :Int16 = 7;
    whole @4 :Int32 = -5;
    octet @5 :UInt8 = 200;
    half @6 :UInt16 = 40000;
    natural @7 :UInt32 = 3000000000;
    real @8 :Float32 = 1.5;
    kind @9 :Shape.Kind = thick;
    long @10 :Int64 = 11;
    plain @11 :Int32;
  }
}
