@0xd5f0a5a5a5a5a5c3;
# Every name of java.lang that generated code uses, as types of another package.

using Java = import "/capnp/java.capnp";
using Caplens = import "/caplens/annotations.capnp";
$Java.package("language.imported");
$Java.outerClassname("Values");

using Top = import "language.capnp";

struct Uses {
boolean @0 :Top.Boolean;
byte @1 :Top.Byte;
charSequence @2 :Top.CharSequence;
character @3 :Top.Character;
class @4 :Top.Class;
comparable @5 :Top.Comparable;
deprecated @6 :Top.Deprecated;
double @7 :Top.Double;
enum @8 :Top.Enum;
exception @9 :Top.Exception;
float @10 :Top.Float;
functionalInterface @11 :Top.FunctionalInterface;
illegalArgumentException @12 :Top.IllegalArgumentException;
illegalStateException @13 :Top.IllegalStateException;
incompatibleClassChangeError @14 :Top.IncompatibleClassChangeError;
indexOutOfBoundsException @15 :Top.IndexOutOfBoundsException;
integer @16 :Top.Integer;
iterable @17 :Top.Iterable;
long @18 :Top.Long;
math @19 :Top.Math;
number @20 :Top.Number;
object @21 :Top.Object;
override @22 :Top.Override;
record @23 :Top.Record;
runnable @24 :Top.Runnable;
safeVarargs @25 :Top.SafeVarargs;
short @26 :Top.Short;
stringBuilder @27 :Top.StringBuilder;
string @28 :Top.String;
suppressWarnings @29 :Top.SuppressWarnings;
system @30 :Top.System;
throwable @31 :Top.Throwable;
void @32 :Top.Void;
f0 @33 :Float32;
d0 @34 :Float64;
f1 @35 :Float32;
d1 @36 :Float64;
union { a @37 :Float32; b @38 :Float64; }
}

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
