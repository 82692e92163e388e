@0xd5f0a5a5a5a5a5a7;
struct S { a @0 :Int32; union { b @1 :Text; c @2 :Int8; } g :group { x @3 :Int8 = 5; u :union { m @4 :Text; n @5 :List(S); } } }
const a :S = (a = 1, b = "x", c = 3, g = (x = 5, u = (m = "q", n = [(a = 2), (c = 4)])));
const b :List(List(S)) = [[.a, (g = (u = (n = [])))], []];
const c :Float32 = 16777217; const d :Float64 = -9223372036854775808; const e :Float64 = 18446744073709551615; const f :Float32 = 18446744073709551615;
const g :Text = "\a\b\f\n\r\t\v\'\"\\\?\x00\377"; const h :Data = 0x" 01 2a "; const i :Float64 = 1.; const k :UInt64 = 0xfffffffffffffffffff; const l :Int64 = 0777;
const m :Float32 = 0.1; const n :Float64 = .m; const o :AnyPointer = .a; const p :AnyList = .b; const q :List(Bool) = [true,false,true,true,]; const r :List(Void) = [void, void];
struct Outer(T) { struct In(U) { a @0 :T; b @1 :U; c @2 :Outer(U).In(T); const k :Int8 = 3; enum E { x @0; } e @3 :E = x; } using Al = In(T); m @0 :Al; n @1 :In(Data); o @2 :Outer; p @3 :Outer(Text).Al; }
struct Use { a @0 :Outer(Text).In(Data) = (a = "t", b = 0x"00", e = x); b @1 :Outer(Text).Al = (a = "q", b = "r"); c @2 :Int8 = Outer.In.k; d @3 :Outer(S) = (m = (a = (a = 1))); e @4 :List(Outer(Text)) = [(), (m = (a = "z"))]; }
interface J(P) extends (K(P)) { x @0 [R] (a :P, b :R, c :Outer(R)) -> (d :K(R)); y @1 () -> J(Text).Z; struct Z { p @0 :P; } } interface K(Q) { q @0 (q :Q) -> (); }
annotation gen(struct, field) :Outer(Text); struct Ann $gen(m = (a = "x")) { f @0 :Int8 $gen(()); }
