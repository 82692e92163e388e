@0xbbbbbbbbbbbbbbba;
# Annotations wherever they can stand.

using Java = import "/capnp/java.capnp";
$Java.package("golden.annotations");
$Java.outerClassname("Facts");
$note("file");

annotation note @0xbbbbbbbbbbbbbb01 (*) :Text;
# Known to nobody but a test.

annotation weight @0xbbbbbbbbbbbbbb02 (field) :UInt16;

const most :UInt32 = 12 $note("constant");
const nothing :Void = void $note("constant without a value");

struct Station $note("struct") {
  name @0 :Text $note("field") $weight(3);
  place :group $note("group") {
    x @1 :Int32 $note("field of a group");
  }
  state :union $note("union") {
    open @2 :Void $note("member");
    closed @3 :Void;
  }

  const least :UInt16 = 3 $note("constant of a struct");

  enum Side $note("enum of a struct") {
    left @0;
  }
}

enum Colour $note("enum") {
  red @0 $note("enumerant");
  blue @1;
}

interface Line $note("interface") {
  ride @0 (stops :UInt8 $note("parameter")) -> (price :Float64 $note("result")) $note("method");
}
