@0xd5f0a5a5a5a5a5c2;
# Every name of java.lang that generated code uses, as types, groups, members and methods inside a struct.

using Java = import "/capnp/java.capnp";
using Caplens = import "/caplens/annotations.capnp";
$Java.package("language.nested");
$Java.outerClassname("Values");

struct Around {
enum Boolean { boolean @0; }
interface Byte { byte @0 (f :Float32) -> (byte :Text); }
struct CharSequence { value @0 :Float64; charSequence @1 :CharSequence; }
enum Character { character @0; }
interface Class { class @0 (f :Float32) -> (class :Text); }
struct Comparable { value @0 :Float64; comparable @1 :Comparable; }
enum Deprecated { deprecated @0; }
interface Double { double @0 (f :Float32) -> (double :Text); }
struct Enum { value @0 :Float64; enum @1 :Enum; }
enum Exception { exception @0; }
interface Float { float @0 (f :Float32) -> (float :Text); }
struct FunctionalInterface { value @0 :Float64; functionalInterface @1 :FunctionalInterface; }
enum IllegalArgumentException { illegalArgumentException @0; }
interface IllegalStateException { illegalStateException @0 (f :Float32) -> (illegalStateException :Text); }
struct IncompatibleClassChangeError { value @0 :Float64; incompatibleClassChangeError @1 :IncompatibleClassChangeError; }
enum IndexOutOfBoundsException { indexOutOfBoundsException @0; }
interface Integer { integer @0 (f :Float32) -> (integer :Text); }
struct Iterable { value @0 :Float64; iterable @1 :Iterable; }
enum Long { long @0; }
interface Math { math @0 (f :Float32) -> (math :Text); }
struct Number { value @0 :Float64; number @1 :Number; }
enum Object { object @0; }
interface Override { override @0 (f :Float32) -> (override :Text); }
struct Record { value @0 :Float64; record @1 :Record; }
enum Runnable { runnable @0; }
interface SafeVarargs { safeVarargs @0 (f :Float32) -> (safeVarargs :Text); }
struct Short { value @0 :Float64; short @1 :Short; }
enum StringBuilder { stringBuilder @0; }
interface String { string @0 (f :Float32) -> (string :Text); }
struct SuppressWarnings { value @0 :Float64; suppressWarnings @1 :SuppressWarnings; }
enum System { system @0; }
interface Throwable { throwable @0 (f :Float32) -> (throwable :Text); }
struct Void { value @0 :Float64; void @1 :Void; }

const nanInside :Float32 = nan;
const infInside :Float32 = -inf;
const wideNanInside :Float64 = nan;
const wideInfInside :Float64 = inf;
const textInside :Text = "t";
const structsInside :List(EveryInside) = [(f = 1.5)];

enum FewInside { one @0; two @1; }

struct EveryInside $Caplens.record {
  f @0 :Float32 = nan;
  d @1 :Float64 = -inf;
  u8 @2 :UInt8; u16 @3 :UInt16; u32 @4 :UInt32; u64 @5 :UInt64; b @6 :Bool; e @7 :FewInside;
  t @8 :Text; bytes @9 :Data;
  bools @10 :List(Bool); i8s @11 :List(Int8); i16s @12 :List(Int16); i32s @13 :List(Int32); i64s @14 :List(Int64);
  f32s @15 :List(Float32); f64s @16 :List(Float64); texts @17 :List(Text); es @18 :List(FewInside);
}
struct ChoiceInside { union { f @0 :Float32; d @1 :Float64; g :group { f @2 :Float32; d @3 :Float64; u @4 :UInt32; } t @5 :Text; }
  named :union { f @6 :Float32; d @7 :Float64 = nan; } }
struct FixedInside $Caplens.fixedLayout(64) { f @0 :Float32; d @1 :Float64; u @2 :UInt32; e @3 :FewInside; }
interface CallsInside { call @0 (f :Float32 = nan) -> (d :Float64); }

union {
boolean @0 :Float64;
byte @1 :Float32;
charSequence @2 :Float64;
character @3 :Float32;
class @4 :Float64;
comparable @5 :Float32;
deprecated @6 :Float64;
double @7 :Float32;
enum @8 :Float64;
exception @9 :Float32;
float @10 :Float64;
functionalInterface @11 :Float32;
illegalArgumentException @12 :Float64;
illegalStateException @13 :Float32;
incompatibleClassChangeError @14 :Float64;
indexOutOfBoundsException @15 :Float32;
integer @16 :Float64;
iterable @17 :Float32;
long @18 :Float64;
math @19 :Float32;
number @20 :Float64;
object @21 :Float32;
override @22 :Float64;
record @23 :Float32;
runnable @24 :Float64;
safeVarargs @25 :Float32;
short @26 :Float64;
stringBuilder @27 :Float32;
string @28 :Float64;
suppressWarnings @29 :Float32;
system @30 :Float64;
throwable @31 :Float32;
void @32 :Float64;
}
struct Groups {
boolean :group { f0 @0 :Float32; d0 @1 :Float64; }
byte :group { f1 @2 :Float32; d1 @3 :Float64; }
charSequence :group { f2 @4 :Float32; d2 @5 :Float64; }
character :group { f3 @6 :Float32; d3 @7 :Float64; }
class :group { f4 @8 :Float32; d4 @9 :Float64; }
comparable :group { f5 @10 :Float32; d5 @11 :Float64; }
deprecated :group { f6 @12 :Float32; d6 @13 :Float64; }
double :group { f7 @14 :Float32; d7 @15 :Float64; }
enum :group { f8 @16 :Float32; d8 @17 :Float64; }
exception :group { f9 @18 :Float32; d9 @19 :Float64; }
float :group { f10 @20 :Float32; d10 @21 :Float64; }
functionalInterface :group { f11 @22 :Float32; d11 @23 :Float64; }
illegalArgumentException :group { f12 @24 :Float32; d12 @25 :Float64; }
illegalStateException :group { f13 @26 :Float32; d13 @27 :Float64; }
incompatibleClassChangeError :group { f14 @28 :Float32; d14 @29 :Float64; }
indexOutOfBoundsException :group { f15 @30 :Float32; d15 @31 :Float64; }
integer :group { f16 @32 :Float32; d16 @33 :Float64; }
iterable :group { f17 @34 :Float32; d17 @35 :Float64; }
long :group { f18 @36 :Float32; d18 @37 :Float64; }
math :group { f19 @38 :Float32; d19 @39 :Float64; }
number :group { f20 @40 :Float32; d20 @41 :Float64; }
object :group { f21 @42 :Float32; d21 @43 :Float64; }
override :group { f22 @44 :Float32; d22 @45 :Float64; }
record :group { f23 @46 :Float32; d23 @47 :Float64; }
runnable :group { f24 @48 :Float32; d24 @49 :Float64; }
safeVarargs :group { f25 @50 :Float32; d25 @51 :Float64; }
short :group { f26 @52 :Float32; d26 @53 :Float64; }
stringBuilder :group { f27 @54 :Float32; d27 @55 :Float64; }
string :group { f28 @56 :Float32; d28 @57 :Float64; }
suppressWarnings :group { f29 @58 :Float32; d29 @59 :Float64; }
system :group { f30 @60 :Float32; d30 @61 :Float64; }
throwable :group { f31 @62 :Float32; d31 @63 :Float64; }
void :group { f32 @64 :Float32; d32 @65 :Float64; }
}
struct Fields $Caplens.record {
boolean @0 :Float32;
byte @1 :Text;
charSequence @2 :Float64;
character @3 :List(Float64);
class @4 :Float32;
comparable @5 :Text;
deprecated @6 :Float64;
double @7 :List(Float64);
enum @8 :Float32;
exception @9 :Text;
float @10 :Float64;
functionalInterface @11 :List(Float64);
illegalArgumentException @12 :Float32;
illegalStateException @13 :Text;
incompatibleClassChangeError @14 :Float64;
indexOutOfBoundsException @15 :List(Float64);
integer @16 :Float32;
iterable @17 :Text;
long @18 :Float64;
math @19 :List(Float64);
number @20 :Float32;
object @21 :Text;
override @22 :Float64;
record @23 :List(Float64);
runnable @24 :Float32;
safeVarargs @25 :Text;
short @26 :Float64;
stringBuilder @27 :List(Float64);
string @28 :Float32;
suppressWarnings @29 :Text;
system @30 :Float64;
throwable @31 :List(Float64);
void @32 :Float32;
}
interface Methods {
boolean @0 (boolean :Float32) -> (boolean :Float64);
byte @1 (byte :Float32) -> (byte :Float64);
charSequence @2 (charSequence :Float32) -> (charSequence :Float64);
character @3 (character :Float32) -> (character :Float64);
class @4 (class :Float32) -> (class :Float64);
comparable @5 (comparable :Float32) -> (comparable :Float64);
deprecated @6 (deprecated :Float32) -> (deprecated :Float64);
double @7 (double :Float32) -> (double :Float64);
enum @8 (enum :Float32) -> (enum :Float64);
exception @9 (exception :Float32) -> (exception :Float64);
float @10 (float :Float32) -> (float :Float64);
functionalInterface @11 (functionalInterface :Float32) -> (functionalInterface :Float64);
illegalArgumentException @12 (illegalArgumentException :Float32) -> (illegalArgumentException :Float64);
illegalStateException @13 (illegalStateException :Float32) -> (illegalStateException :Float64);
incompatibleClassChangeError @14 (incompatibleClassChangeError :Float32) -> (incompatibleClassChangeError :Float64);
indexOutOfBoundsException @15 (indexOutOfBoundsException :Float32) -> (indexOutOfBoundsException :Float64);
integer @16 (integer :Float32) -> (integer :Float64);
iterable @17 (iterable :Float32) -> (iterable :Float64);
long @18 (long :Float32) -> (long :Float64);
math @19 (math :Float32) -> (math :Float64);
number @20 (number :Float32) -> (number :Float64);
object @21 (object :Float32) -> (object :Float64);
override @22 (override :Float32) -> (override :Float64);
record @23 (record :Float32) -> (record :Float64);
runnable @24 (runnable :Float32) -> (runnable :Float64);
safeVarargs @25 (safeVarargs :Float32) -> (safeVarargs :Float64);
short @26 (short :Float32) -> (short :Float64);
stringBuilder @27 (stringBuilder :Float32) -> (stringBuilder :Float64);
string @28 (string :Float32) -> (string :Float64);
suppressWarnings @29 (suppressWarnings :Float32) -> (suppressWarnings :Float64);
system @30 (system :Float32) -> (system :Float64);
throwable @31 (throwable :Float32) -> (throwable :Float64);
void @32 (void :Float32) -> (void :Float64);
}
}
