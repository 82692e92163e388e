@0xbbbbbbbbbbbbbbb7;
# Structs with type parameters.

using Java = import "/capnp/java.capnp";
$Java.package("golden.generics");

struct Box(T) {
  value @0 :T;
  next @1 :Box(T);
  all @2 :List(List(Int8));
  others @3 :List(Box(T));

  struct Lid {
    content @0 :T;
    colour @1 :Text;
  }
  lid @4 :Lid;

  union {
    none @5 :Void;
    one @6 :T;
    pair :group {
      left @7 :T;
      right @8 :Text;
    }
  }
}

struct Map(Key, Value) {
  entries @0 :List(Entry);

  struct Entry {
    key @0 :Key;
    value @1 :Value;
  }
}

struct Holder {
  text @0 :Box(Text);
  any @1 :Box;
  numbers @2 :Box(List(Int32));
  map @3 :Map(Text, Point);
  boxes @4 :List(Box(Point));
  lid @5 :Box(Point).Lid;
  deep @6 :Map(Text, Box(Text));
}

struct Point {
  x @0 :Int32;
}
