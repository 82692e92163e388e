@0xb2d4a0cf8e1d7f65;
# What Caplens understands beside the annotations of /capnp/java.capnp.

using Java = import "/capnp/java.capnp";
$Java.package("dev.caplens.annotations");

annotation name @0xd4b54b0f3b0a7e31 (struct, enum, interface, field, union, group, enumerant, method) :Text;
# The name in generated code, where the one in the schema would clash or read badly.
