@0xbbbbbbbbbbbbbbb1;
# Constants of every kind.

using Java = import "/capnp/java.capnp";
$Java.package("golden.constants");

const controlFlagsOffset :UInt32 = 0x10;
# Where the flags stand; see <layout.md>, `a<b>` and [1], mail to a@b.c.

const leastByte :Int8 = -128;
const leastShort :Int16 = -32768;
const leastInt :Int32 = -2147483648;
const least :Int64 = -9223372036854775808;
const mostByte :UInt8 = 255;
const mostShort :UInt16 = 65535;
const mostInt :UInt32 = 4294967295;
const most :UInt64 = 0xffffffffffffffff;
const notANumber :Float32 = nan;
const down :Float64 = -inf;
const third :Float32 = 0.333;
const quotes :Text = "a\"b\\c\n\x01 ü ??= */";
const yes :Bool = true;
const class :Int32 = 5;
# A keyword of Java.

struct Job {
  # Work to do.
  const limit :UInt16 = 12;
  const empty :Job = (name = "empty");
  const kinds :List(Kind) = [round, twoSided];
  id @0 :UInt64;
  urgent @1 :Bool = true;
  priority @2 :Int32 = -5;
  union {
    name @3 :Text;
    shape :group {
      width @4 :UInt8;
      kind @5 :Kind;
    }
  }
}

enum Kind {
  round @0;
  twoSided @1;
}

const favourite :Kind = twoSided;
const bytes :Data = 0x"00 01 fe";
const numbers :List(UInt16) = [1, 2, 65535];
const job :Job = (id = 5, name = "x");
const names :List(Text) = ["a", "b"];
const nothing :Void = void;
const long :Text = "a text (that is long) = longer than a line, with \"quotes\" and (parentheses), \n a line break";
