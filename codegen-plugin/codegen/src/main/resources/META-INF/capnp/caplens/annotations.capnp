@0xb2d4a0cf8e1d7f65;
# What Caplens understands beside the annotations of /capnp/java.capnp.

using Java = import "/capnp/java.capnp";
$Java.package("dev.caplens.annotations");

annotation name @0xd4b54b0f3b0a7e31 (struct, enum, interface, field, union, group, enumerant, method) :Text;
# The name in generated code, where the one in the schema would clash or read badly.

annotation fixedLayout @0xe0e9d5c1a3a47b52 (struct) :UInt32;
# The struct, which has no pointers (but see `length`) and no defaults but zero, also stands at fixed places in shared
# memory: the generated class has a lens `Layout` with the offset of each field and atomic accessors.
# The value is the size in bytes that is reserved for it, a multiple of 8, or 0 for that of its fields.

annotation at @0xf3c1a86d5b2e9047 (field) :UInt32;
# Where a field of a struct with `fixedLayout` stands, in bytes from the start, a multiple of its size.
# Either all fields of the struct say so or none: then they stand as in the struct's data section.
# A struct whose fields say so is in no message; without it, it may be in one too.

annotation length @0x96d70e4bc85a31f2 (field) :UInt32;
# A field of type Text, Data or List that has a place (`at`) stands there itself, in so many bytes or
# elements: no pointer leads to it. Text is UTF-8 padded with NUL; elements are numbers of 1 to 8 bytes.

annotation deferred @0xc8f4b0a2d97e6153 (method) :Void;
# The server gives the results when it has them, from any thread, and not when its method returns.
# It is kept in the method's metadata (`Method.Kind.DEFERRED`); the bytes of calls do not change.

annotation record @0xf1a7d3c95b28e06d (struct) :Void;
# The generated class also has a record of Java, `Record`, that holds a copy of the struct and depends
# on no message: `Record.of(reader)`, `record.writeTo(builder)`. Structs that its fields lead to need
# the annotation too. It has no unions, capabilities, any pointers and type parameters.
