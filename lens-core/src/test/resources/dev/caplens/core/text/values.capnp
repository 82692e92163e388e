@0xd2d1f0a3c3b3a001;
# Every kind of field, for values that are printed and read beside the reference tool.

enum Colour { red @0; green @1; darkBlue @2; }
interface Service { call @0 (); }

struct Bytes { text @0 :Text; data @1 :Data; }
struct Numbers { floats @0 :List(Float32); doubles @1 :List(Float64); single @2 :Float32; }
struct Nothing {}
struct Box(T) { value @0 :T; }

struct Everything {
  nothing @0 :Void;
  flag @1 :Bool = true;
  int @2 :Int32 = 7;
  text @3 :Text = "default";
  colour @4 :Colour = green;
  any @5 :AnyPointer;
  service @6 :Service;
  ints @7 :List(Int32) = [1, 2];
  bytes @8 :Bytes;
  manyBytes @9 :List(Bytes);
  voids @10 :List(Void);
  colours @11 :List(Colour);
  lists @12 :List(List(Int32));
  empty @13 :Nothing;
  manyEmpty @14 :List(Nothing);
  flags @15 :List(Bool);
  group :group { x @16 :Int32; y @17 :Text; }
  union {
    number @18 :Int32;
    none @19 :Void;
    words @20 :Text;
    pair :group { p @21 :Int32; q @22 :Int32; }
    late @33 :Bytes;
  }
  choice :union { nothing @23 :Void; number @24 :Int32 = 5; words @25 :Text; }
  int64 @26 :Int64;
  uint64 @27 :UInt64;
  data @28 :Data;
  inner @29 :Everything;
  manyInner @30 :List(Everything);
  anyList @31 :AnyList;
  anyStruct @32 :AnyStruct;
  box @34 :Box(Text);
  boxes @35 :List(Box(Bytes));
  datas @36 :List(Data);
  int8 @37 :Int8;
  uint8 @38 :UInt8;
}
