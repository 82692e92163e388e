@0xd5f0a5a5a5a5a5b1;
# What a schema may hold and a generator may trip over.

using Caplens = import "/caplens/annotations.capnp";

struct Listing $Caplens.name("List") { list @0 :List(Text); string @1 :String; object @2 :Object; method @3 :Method; contract @4 :Contract; }
struct String { charSequence @0 :CharSequence; override @1 :Override; }
struct CharSequence { value @0 :Text; }
struct Override { type @0 :UInt8; tYPE @1 :UInt8; value @2 :Float32; size @3 :Int64; orphan @4 :Bool; }
struct Object { class @0 :Text; notify @1 :Int8; clone @2 :Data; hashCode @3 :Int32; equals @4 :Bool; }
struct Method { text @0 :Text; segment @1 :Segment; orphan @2 :Orphan; }
struct Segment { region @0 :Int8; }
struct Orphan { structReader @0 :StructReader; }
struct StructReader { structBuilder @0 :AnyPointer; }
interface Contract { contract @0 () -> (list :Listing); method @1 (contract :Contract) -> (method :Method); cONTRACT @2 (); }
# A comment with { braces, } @tags, <angles>, [links], `code and \u0041 */ /// and "quotes".

struct Constants {
  const type :Int32 = 1;
  const tYPE :Int32 = 2;
  const id :Text = "with { and } and \" and \\u0041";
  const schema :List(Int8) = [1, 2];
  const type2 :Data = 0x"00ff";
  const cBc :Int8 = 1;
  const cBC :Int8 = 2;
  braces @0 :Text = "{@code } { ` @ */";
  aBc @1 :Int8;
  aBC @2 :Int8;
  union { aBCd @3 :Void; aBcD @4 :Void; unknown @5 :Void; uNKNOWN @6 :Void; }
  aBcE @7 :Kind;
  aBcERaw @8 :UInt16;
  kinds :union { kindOne @9 :List(Kind); kindTwo @10 :Kind; }
}

enum Kind { aBc @0; aBC @1; unknown @2; tYPE @3; values @4; size @5 $Caplens.name("größe"); }

struct Nested { struct Nested1 { nested @0 :Nested; struct Builder { struct Reader { x @0 :Builder; } y @0 :Reader; } b @1 :Builder; } n @0 :Nested1; }
struct Same { struct Type { type @0 :Type; } enum Which { which @0; } union { which @0 :Which; type @1 :Type; same @2 :Same; } variant :union { variant @3 :Text; unknown @4 :Text; } }

struct Outer(T) {
  struct Inner(T) { own @0 :T; outer @1 :Outer(T); deep @2 :List(Outer(Inner(T))); }
  inner @0 :Inner(T);
  list @1 :List(Outer(T));
  lists @2 :List(List(Outer(T)));
  name @3 :List(Outer(T));
  group :group { list @4 :List(Outer(T)); id :union { a @5 :Outer(List(Outer(T))); b @6 :T; c @7 :Void; } }
  grow @8 :Outer(Outer(T));
  text @9 :Outer(Text);
  any @10 :Outer;
  call @11 :Service(T);
  calls @12 :List(Service(List(Outer(T))));
  plain @13 :Service;
  data @14 :Service(Data);
}
interface Service(P) extends(Base(P), Contract) {
  struct Item { p @0 :P; next @1 :Item; service @2 :Service(P); }
  get @0 (p :P, item :Item) -> Item;
  map @1 [R] (p :P, r :R, rs :List(Outer(R))) -> (items :List(Service(P)), result :R, service :Service(R));
  write @2 (p :P) -> stream;
  later @3 () -> () $Caplens.deferred;
  renamed @4 () -> () $Caplens.name("get");
  struct Methods { x @0 :Int8; }
  struct Client { x @0 :Int8; }
}
interface Base(Q) { base @0 (q :Q) -> (c :Capability, cs :List(Capability)); }
struct Holder { service @0 :Service(Text); services @1 :List(Service(Data)); cap @2 :Capability; caps @3 :List(Capability); union { a @4 :Service(Holder); b @5 :Capability; c @6 :Outer(Holder).Inner(Text); } }
struct Huge { bytes @0 :Data = embed "bytes"; bits @1 :List(Bool) = [true]; }
