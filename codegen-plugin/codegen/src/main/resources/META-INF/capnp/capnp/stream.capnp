@0x86c366a91393f3f8;
# What a streaming method returns: `method (...) -> stream` stands for `-> (StreamResult)`.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("capnp");

struct StreamResult @0x995f9a3377c0b16e {
  # Nothing. That a call has returned says that the next one may be sent.
}
