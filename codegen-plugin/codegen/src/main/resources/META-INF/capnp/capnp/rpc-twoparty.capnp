@0xa184c7885cdaf2a1;
# The types that the RPC protocol leaves open, for a network of two vats, one at each end of a connection.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("capnp::rpc::twoparty");

enum Side {
  # The end of the connection: who accepted it is the server.
  server @0;
  client @1;
}

struct VatId {
  # Which of the two vats.
  side @0 :Side;
}

struct ProvisionId {
  # Level 3 needs a third party, so this is used for joins alone.
  joinId @0 :UInt32;
}

struct RecipientId {
  # There is no third party that could be the recipient.
}

struct ThirdPartyCapId {
  # There is no third party that could host a capability.
}

struct JoinKeyPart {
  # One part of the keys that a join sends along its paths.
  joinId @0 :UInt32;
  partCount @1 :UInt16;
  # How many parts the join has.
  partNum @2 :UInt16;
  # Which of them this is, from 0.
}

struct JoinResult {
  # The answer to one part of a join.
  joinId @0 :UInt32;
  succeeded @1 :Bool;
  # Whether all parts met at the same capability.
  cap @2 :Capability;
  # The joined capability, in one of the answers.
}
