@0xb8630836983feed7;
# Capabilities that outlive a connection.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("capnp");

interface Persistent @0xc8cb212fcd9f5691 (SturdyRef, Owner) {
  # A capability that can be saved, to be restored later from what `save` returns.
  # `SturdyRef` is what names it in storage, `Owner` says who may restore it.
  save @0 SaveParams -> SaveResults;

  struct SaveParams @0xf76fba59183073a5 {
    sealFor @0 :Owner;
    # Who may restore the capability.
  }

  struct SaveResults @0xb76848c18c40efbf {
    sturdyRef @0 :SturdyRef;
    # What to restore it with.
  }
}

annotation persistent @0xf622595091cafb67 (field, interface) :Void;
# Marks what can be expected to be persistent.
