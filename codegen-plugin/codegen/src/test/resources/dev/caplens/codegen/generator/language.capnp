@0xd5f0a5a5a5a5a5c1;
# Every name of java.lang that generated code uses, as types at the top of a package.

using Java = import "/capnp/java.capnp";
using Caplens = import "/caplens/annotations.capnp";
$Java.package("language.top");
$Java.outerClassname("Values");

struct Boolean { value @0 :Float64; boolean @1 :Boolean; }
struct Byte { value @0 :Float64; byte @1 :Byte; }
struct CharSequence { value @0 :Float64; charSequence @1 :CharSequence; }
struct Character { value @0 :Float64; character @1 :Character; }
struct Class { value @0 :Float64; class @1 :Class; }
struct Comparable { value @0 :Float64; comparable @1 :Comparable; }
struct Deprecated { value @0 :Float64; deprecated @1 :Deprecated; }
struct Double { value @0 :Float64; double @1 :Double; }
struct Enum { value @0 :Float64; enum @1 :Enum; }
struct Exception { value @0 :Float64; exception @1 :Exception; }
struct Float { value @0 :Float64; float @1 :Float; }
struct FunctionalInterface { value @0 :Float64; functionalInterface @1 :FunctionalInterface; }
struct IllegalArgumentException { value @0 :Float64; illegalArgumentException @1 :IllegalArgumentException; }
struct IllegalStateException { value @0 :Float64; illegalStateException @1 :IllegalStateException; }
struct IncompatibleClassChangeError { value @0 :Float64; incompatibleClassChangeError @1 :IncompatibleClassChangeError; }
struct IndexOutOfBoundsException { value @0 :Float64; indexOutOfBoundsException @1 :IndexOutOfBoundsException; }
struct Integer { value @0 :Float64; integer @1 :Integer; }
struct Iterable { value @0 :Float64; iterable @1 :Iterable; }
struct Long { value @0 :Float64; long @1 :Long; }
struct Math { value @0 :Float64; math @1 :Math; }
struct Number { value @0 :Float64; number @1 :Number; }
struct Object { value @0 :Float64; object @1 :Object; }
struct Override { value @0 :Float64; override @1 :Override; }
struct Record { value @0 :Float64; record @1 :Record; }
struct Runnable { value @0 :Float64; runnable @1 :Runnable; }
struct SafeVarargs { value @0 :Float64; safeVarargs @1 :SafeVarargs; }
struct Short { value @0 :Float64; short @1 :Short; }
struct StringBuilder { value @0 :Float64; stringBuilder @1 :StringBuilder; }
struct String { value @0 :Float64; string @1 :String; }
struct SuppressWarnings { value @0 :Float64; suppressWarnings @1 :SuppressWarnings; }
struct System { value @0 :Float64; system @1 :System; }
struct Throwable { value @0 :Float64; throwable @1 :Throwable; }
struct Void { value @0 :Float64; void @1 :Void; }

const nan :Float32 = nan;
const inf :Float32 = -inf;
const wideNan :Float64 = nan;
const wideInf :Float64 = inf;
const text :Text = "t";
const structs :List(Every) = [(f = 1.5)];

enum Few { one @0; two @1; }

struct Every $Caplens.record {
  f @0 :Float32 = nan;
  d @1 :Float64 = -inf;
  u8 @2 :UInt8; u16 @3 :UInt16; u32 @4 :UInt32; u64 @5 :UInt64; b @6 :Bool; e @7 :Few;
  t @8 :Text; bytes @9 :Data;
  bools @10 :List(Bool); i8s @11 :List(Int8); i16s @12 :List(Int16); i32s @13 :List(Int32); i64s @14 :List(Int64);
  f32s @15 :List(Float32); f64s @16 :List(Float64); texts @17 :List(Text); es @18 :List(Few);
}
struct Choice { union { f @0 :Float32; d @1 :Float64; g :group { f @2 :Float32; d @3 :Float64; u @4 :UInt32; } t @5 :Text; }
  named :union { f @6 :Float32; d @7 :Float64 = nan; } }
struct Fixed $Caplens.fixedLayout(64) { f @0 :Float32; d @1 :Float64; u @2 :UInt32; e @3 :Few; }
struct Placed $Caplens.fixedLayout(64) { d @0 :Data $Caplens.at(0) $Caplens.length(4);
  int @1 :List(UInt32) $Caplens.at(8) $Caplens.length(2); long @2 :List(Int64) $Caplens.at(16) $Caplens.length(2); }
interface Calls { call @0 (f :Float32 = nan) -> (d :Float64); }
