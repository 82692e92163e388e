@0xbdf87d7bb8304e81;
# Annotations for the C++ generator.
$namespace("capnp::annotations");

annotation namespace @0xb9c6f99ebf805f2c (file) :Text;
# The C++ namespace of the file's types.

annotation name @0xf264a779fef191ce (enum, enumerant, struct, field, union, group, interface, method, param) :Text;
# The name in C++, where it differs from the one in the schema.

annotation allowCancellation @0xac7096ff8cfc9dce (file, interface, method) :Void;
# Calls of these methods may be cancelled while they run.
