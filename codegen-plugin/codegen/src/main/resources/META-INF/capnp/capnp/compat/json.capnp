@0x8ef99297a43a5e34;
# JSON as a schema, and annotations that say how a schema's values look in JSON.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("capnp::json");

struct Value {
  # Any JSON value.
  union {
    null @0 :Void;
    boolean @1 :Bool;
    number @2 :Float64;
    # JSON has no other numbers; large integers lose digits here.
    string @3 :Text;
    array @4 :List(Value);
    object @5 :List(Field);
    # The fields in their order.
    call @6 :Call;
    # Not JSON: a call with arguments, as some dialects write.
    raw @7 :Text;
    # JSON text that is passed on as it is.
  }

  struct Field {
    # A name and its value.
    name @0 :Text;
    # The name in JSON.
    value @1 :Value;
  }

  struct Call {
    # A function and its arguments.
    function @0 :Text;
    params @1 :List(Value);
  }
}

annotation name @0xfa5b1fd61c2e7c3d (enumerant, field, union, group, method) :Text;

annotation flatten @0x82d3e852af0336bf (field, union, group) :FlattenOptions;
# The members of this struct or group stand in the parent itself.

struct FlattenOptions {
  prefix @0 :Text = "";
  # Put in front of each member's name.
}

annotation discriminator @0xcfa794e8d19a0162 (struct, union) :DiscriminatorOptions;
# A field of the object says which member of the union is set.

struct DiscriminatorOptions {
  name @0 :Text;
  valueName @1 :Text;
  # The name under which the member's value stands, instead of its own.
}

annotation base64 @0xd7d879450a253e4b (field) :Void;
# Data as a text in base64.

annotation hex @0xf061e22f0ae5c7b5 (field) :Void;
# Data as a text of hexadecimal digits.

annotation notification @0xa0a054dea32fd98c (method) :Void;
# A method that is called without waiting for a result.
