@0xc5f1af96651f70ea;
# How schemas appear in Java. The ids are those that every Java generator for Cap'n Proto uses.

annotation package @0x9ee4c8f803b3b596 (file) :Text;
# The Java package of the file's types.

annotation outerClassname @0x9b066bb4881f7cd3 (file) :Text;
# The class that holds the constants at the top level of the file; without it, the class is named
# after the file: `master_map.capnp` gives `MasterMap`.
