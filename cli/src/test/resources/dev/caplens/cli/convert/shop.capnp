@0xc0ffee0123456789;
struct Shop {
  name @0 :Text = "no name";
  goods @1 :List(Good);
  open @2 :Bool = true;
  union {
    kind @3 :Colour = green;
    other @4 :Data;
  }
  struct Good {
    name @0 :Text;
    price @1 :Float64 = 0.5;
  }
}
enum Colour { red @0; green @1; }
using Alias = Shop;
struct Box(T) {
  value @0 :T;
  struct Inner {
    depth @0 :Int8 = -3;
    name @1 :T;
    goods @2 :List(Shop.Good);
  }
}
const limit :UInt64 = 18446744073709551615;
const colours :List(Colour) = [red, green];
const shop :Shop = (name = "corner", goods = [(name = "tea"), (name = "milk", price = 1.25)], other = 0x"00 ff");
