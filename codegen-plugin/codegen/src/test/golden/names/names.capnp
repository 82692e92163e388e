@0xbbbbbbbbbbbbbbb4;
# Names that Java or generated code has taken.

using Java = import "/capnp/java.capnp";
using Caplens = import "/caplens/annotations.capnp";
$Java.package("golden.names");
$Java.outerClassname("Constants");

const default :Int32 = 1;

struct String {
  # Also a class that every file sees.
  class @0 :Text;
  hashCode @1 :Int32;
  wait @2 :Text;
  reader @3 :Reader;
  text @4 :Text;
  builder @5 :List(Builder);
  asReader @6 :Text;
  totalSize @7 :Int64;
  old @8 :Int32 $Caplens.name("renamed");

  struct Reader {
    which @0 :Int32;
  }
  struct Builder {
    string @0 :String;
    pointers @1 :List(Text);
  }
  struct Text {
    # Hides the runtime's Text inside.
    text @0 :import "names.capnp".Plain;
  }
}

struct Plain $Caplens.name("Renamed") {
  override @0 :Override;
  object @1 :List(Object);
}

enum Override {
  public @0;
  type @1;
  unknown @2;
  values @3;
}

struct Object {
  int @0 :Int64;
  float :union {
    # Its class hides the one of the language.
    whole @1 :UInt16;
    part @2 :Float32;
  }
}
