@0xbbbbbbbbbbbbbbb2;
# Structs with fields of every kind.

using Java = import "/capnp/java.capnp";
$Java.package("golden.structs");

struct Person {
  # A human being.
  #
  # Holds what is known; see `Phone` for <numbers> and
  # - lists,
  # - more lists.

  id @0 :UInt32;
  # Unique among all people whose data is kept in one place; a comment that is so long that it needs to be broken.
  name @1 :Text;
  email @2 :Text = "nobody@nowhere";
  phones @3 :List(Phone);
  photo @4 :Data = 0x"01 02 ff";
  age @5 :Int16 = 18;
  active @6 :Bool = true;
  score @7 :Float32 = 1.5;
  balance @8 :Float64 = -inf;
  bits @9 :UInt64 = 18446744073709551615;
  offset @10 :Int64 = -1;
  small @11 :Int8 = -8;
  usmall @12 :UInt8 = 200;
  medium @13 :UInt16 = 65535;
  int @14 :Int32 = -2147483648;
  home @15 :Address = (street = "Elm", number = 13);
  tags @16 :List(Text) = ["a", "b"];
  years @17 :List(UInt16);
  matrix @18 :List(List(Float64));
  kinds @19 :List(Kind);
  kind @20 :Kind = second;
  flags @21 :List(Bool) = [true, false, true];
  nothing @22 :Void;
  nothings @23 :List(Void);
  blobs @24 :List(Data);
  class @25 :Text;
  friend @26 :Person;
  any @27 :AnyPointer;
  anyStruct @28 :AnyStruct;
  anyList @29 :AnyList;
  kindRaw @30 :Int32;
  addresses @31 :List(Address) = [(street = "x"), (number = 5)];
  bytes @32 :List(Int8);
  ints @33 :List(Int32);
  longs @34 :List(UInt64);
  floats @35 :List(Float32);

  const maxAge :Int16 = 150;
  const unknown :Person = (name = "unknown", kind = first);

  struct Phone {
    number @0 :Text;
    type @1 :Type;

    enum Type {
      mobile @0;
      atHome @1;
      # Where one lives.
    }
  }

  enum Kind {
    # Which kind.
    first @0;
    second @1;
  }

  struct Reader {
    # Its name is that of a generated class.
    person @0 :Person;
  }
}

struct Address {
  street @0 :Text;
  number @1 :UInt32 = 7;
}

struct Empty {}
