@0xd5f0a5a5a5a5a5a5;
@0xd5f0a5a5a5a5a5a6;
@0x15;
struct A @0xd5f0a5a5a5a5a5a5 {}
struct B { using A; using X = .A.Y; a @0 :X; b @1 :.Nope; c @2 :import "none.capnp".Foo; d @3 :"x"; e @4 :B.a; }
const c1 :Int8 = 300; const c2 :UInt8 = -1; const c3 :Int64 = -9223372036854775809; const c4 :Text = 0x"00"; const c5 :List(Int8) = (a = 1);
const c6 :A = [1]; const c7 :Bool = 1; const c8 :Void = true; const c9 :E = zz; const c10 :E = c11; const c11 :E = e1; const c12 :UInt16 = .c11;
const c13 :Float32 = "x"; const c14 :Data = .c4; const c15 :B = (a = 1, zz = 2, 3); const c16 :AnyPointer = .c15;
const c18 :Text = embed "nofile"; const c19 :Int8 = embed "faults.capnp"; const c20 :List(E) = [e1, .c11, bad];
enum E { e1 @0; e2 @0; e3 @5; }
annotation an(foo, struct, struct, *) :Int32; annotation Bn(*) :Void; annotation g(struct) :Text;
struct C $an $an(1) $g("a") $nope $C $Bn(void) $Bn(1) { f @0 :Text $an(1); u :union { a @1 :Int8; } g :group {} union { struct Z {} x @2 :Int8; y @3: Bool; enum Q {a @0;} } union { z @4 :Int8; w @5 :Void; } }
interface I extends(A, I, T, nope) { m @0 (a :Int8 = null, b :Text = null, B :Int8) -> (c :I); n @1 A -> E; o @3 [T] (x :T) -> T; p @2 T; q @3 () -> stream $an(1); }
struct G2(T) { a @0 :T = "x"; } struct G(T, U) { a @0 :T; b @1 :G(Int32, Text); c @2 :G(Text); d @3 :G(Text, Data, Text); e @4 :G(Text, Data)(Text); f @5 :A(Text); g @6 :G(T = Text, U); h @7 :T.foo; i @8 :Object; }
using lower = A; using Upper = .c1; using .A.B.C; const selfRef :Int32 = .selfRef; struct R { r @0 :Int32 = .selfRef; s @1 :R = (r = 5, s = (r = 6)); }
