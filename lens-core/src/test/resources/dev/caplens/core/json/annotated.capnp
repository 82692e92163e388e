@0xd2d1f0a3c3b3a009;
# Every annotation of json.capnp.
using Json = import "/capnp/compat/json.capnp";
enum E { foo @0 $Json.name("FOO"); barBaz @1; }
struct Sub { x @0 :Int32 $Json.name("xx"); y @1 :Text; union { u @2 :Int32; w @3 :Text $Json.name("W"); } }
struct A {
 someName @0 :Text $Json.name("some_name");
 b64 @1 :Data $Json.base64; hex @2 :Data $Json.hex; e @3 :E; le @4 :List(E);
 flat @5 :Sub $Json.flatten(); pre @6 :Sub $Json.flatten(prefix="p_");
 grp :group $Json.flatten() { ga @7 :Int32; gb @8 :Text; }
 grp2 :group $Json.flatten(prefix="g2.") { gc @9 :Int32; nested :group $Json.flatten(prefix="n.") { gd @10 :Int32 $Json.name("GD"); } }
 un :union $Json.discriminator(name="kind") { ua @11 :Int32; ub @12 :Void; uc :group $Json.flatten() { p @13 :Int32; q @14 :Text; } ud @15 :Text; }
 un2 :union $Json.flatten() $Json.discriminator(valueName="val") { va @16 :Int32 $Json.name("VA"); vb @17 :Void; vc @18 :Text; }
 un3 :union $Json.discriminator() { wa @19 :Int32; wb @20 :Void;  wc @21 :Text; }
 un4 :union $Json.flatten(prefix="u4") $Json.discriminator(name="t") { xa :group $Json.flatten() { xq @22 :Int32; xz @27 :Text; } xb @23 :Void; xc :group $Json.flatten(prefix="c") { xq @24 :Int32; } }
 un5 :union $Json.flatten() { ya @25 :Int32; yb @26 :Text; }
}
struct D $Json.discriminator(name="type") { union { a @0 :Int32; b @1 :Void; c @2 :Text; } z @3 :Int32; }
struct V $Json.discriminator(name="type", valueName="value") { z @3 :Int32; union { a @0 :Int32; b @1 :Void; c @2 :Text; } }
