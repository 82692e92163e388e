@0xd1b5c3a7e4f60a91;
# The SAB master map, version 1: where each region of a cell's shared memory lies.
#
# Constants say where each region is and how much of what it holds, structs say what stands there and
# where in it: their bytes are those of the memory, in place, and never those of a message. Offsets are
# in bytes from the base of the region, those of fields from the start of their struct; everything is
# little-endian. Java's lenses and constants (`Superblock.Layout`, `MasterMap`), the C header
# (`caplens_map.h`) and the TypeScript module are generated from this file, so that every language
# agrees. `layoutHash` stands in the superblock: peers whose maps differ do not attach.

using Caplens = import "/caplens/annotations.capnp";

const layoutMajor :UInt16 = 1;
# A peer with another major version does not attach.
const layoutMinor :UInt16 = 0;
# A peer with a larger minor version may use what this one calls reserved.
const layoutHash :UInt64 = 0x4af4d07556cddf8e;
# The first eight bytes of a SHA-256 over all other constants and all structs of this file, with the
# place and type of each field (MasterMapTest says how).

const defaultBase :UInt32 = 0x01000000;
# The file offset of the region where none is told: an address in the specification is then literally
# a file offset, and what lies before it is a sparse hole.

# ---- Control Flags -------------------------------------------------------------------------------

const controlFlagsOffset :UInt32 = 0x000000;
const controlFlagCount :Int32 = 32;

struct ControlFlags $Caplens.fixedLayout(128) {
  epochs @0 :List(UInt32) $Caplens.at(0) $Caplens.length(32);
  # A signal is an atomic add with full ordering, then a wake.
}

const flagInbox :Int32 = 0;
# Moves when a job was committed to the inbox.
const flagOutbox :Int32 = 1;
# Moves when a result was committed to the outbox.
const flagFlip :Int32 = 2;
# Moves when a ping-pong channel was flipped.
const flagInboxSpace :Int32 = 3;
# Moves when a slot of the inbox was released.
const flagOutboxSpace :Int32 = 4;
# Moves when a slot of the outbox was released.
const flagRegistry :Int32 = 5;
# Moves when a module registered or left.
const flagShutdown :Int32 = 6;
# Moves when the kernel wants every module to end.

# ---- Supervisor Alloc ----------------------------------------------------------------------------

const supervisorAllocOffset :UInt32 = 0x000080;
const supervisorAllocSize :UInt32 = 176;
const supervisorAllocHeaderSize :UInt32 = 16;
const supervisorAllocEntryCount :Int32 = 10;

struct SupervisorAllocEntry $Caplens.fixedLayout(16) {
  owner @0 :UInt32 $Caplens.at(0);
  offset @1 :UInt32 $Caplens.at(4);
  length @2 :UInt32 $Caplens.at(8);
  generation @3 :UInt32 $Caplens.at(12);
}

# ---- Registry ------------------------------------------------------------------------------------

const registryGuardOffset :UInt32 = 0x000130;

struct RegistryGuard $Caplens.fixedLayout(16) {
  count @0 :UInt32 $Caplens.at(8);
  # How many entries are active.
  generation @1 :UInt32 $Caplens.at(12);
  # Moves with every change of the registry.
}

const registryOffset :UInt32 = 0x000140;
const registrySize :UInt32 = 6144;
const registryEntryCount :Int32 = 64;

struct RegistryEntry $Caplens.fixedLayout(96) {
  state @0 :UInt64 $Caplens.at(0);
  # State in bits 0..7, process slot in 8..15, generation in 32..63.
  moduleId @1 :UInt64 $Caplens.at(8);
  moduleHash @2 :UInt64 $Caplens.at(16);
  version @3 :UInt32 $Caplens.at(24);
  kind @4 :UInt32 $Caplens.at(28);
  name @5 :Text $Caplens.at(64) $Caplens.length(32);
}

const registryStateFree :Int32 = 0;
const registryStateClaimed :Int32 = 1;
const registryStateActive :Int32 = 2;
const registryStateLost :Int32 = 3;
# Its process has left without a word of it, or is proven dead. The entry stays to be looked at until its place is needed.
const registryStateLeft :Int32 = 4;
# It left in order; the entry stays alike.

const moduleKindJvm :Int32 = 1;
const moduleKindC :Int32 = 2;

const bloomOffset :UInt32 = 0x001940;
const bloomSize :UInt32 = 256;

# ---- Superblock ----------------------------------------------------------------------------------

const superblockOffset :UInt32 = 0x001A40;
const superblockMagicValue :UInt64 = 0x31534e454c504143;
# "CAPLENS1" in the order of the bytes.
const superblockByteOrderValue :UInt32 = 0x01020304;

struct Superblock $Caplens.fixedLayout(512) {
  magic @0 :UInt64 $Caplens.at(0);
  major @1 :UInt16 $Caplens.at(8);
  minor @2 :UInt16 $Caplens.at(10);
  byteOrder @3 :UInt32 $Caplens.at(12);
  layoutHash @4 :UInt64 $Caplens.at(16);
  schemaHash @5 :UInt64 $Caplens.at(24);
  base @6 :UInt64 $Caplens.at(32);
  regionSize @7 :UInt64 $Caplens.at(40);
  tier @8 :UInt32 $Caplens.at(48);
  arenaOffset @9 :UInt64 $Caplens.at(56);
  arenaSize @10 :UInt64 $Caplens.at(64);
  uuid @11 :Data $Caplens.at(72) $Caplens.length(16);
  bootId @12 :Data $Caplens.at(88) $Caplens.length(16);
  pidNamespace @13 :UInt64 $Caplens.at(104);
  createdMillis @14 :UInt64 $Caplens.at(112);
  state @15 :UInt64 $Caplens.at(128);
  # State in bits 0..7, generation in 32..63. Written last, with release.
  ownerPid @16 :UInt32 $Caplens.at(136);
  ownerSlot @17 :UInt32 $Caplens.at(140);
  ownerStartTime @18 :UInt64 $Caplens.at(144);
  fencingToken @19 :UInt64 $Caplens.at(152);
  heartbeatMillis @20 :UInt64 $Caplens.at(256);
  # On a line of its own: the owner's wall clock when it last looked after the region.
  cleanShutdown @21 :UInt64 $Caplens.at(384);
  # 1 once the owner left in order.
}

const regionStateNone :Int32 = 0;
const regionStateCreating :Int32 = 1;
const regionStateReady :Int32 = 2;
const regionStateClosing :Int32 = 3;

const directoryOffset :UInt32 = 0x001C40;
const directorySize :UInt32 = 512;
const directoryEntryCount :Int32 = 16;

struct DirectoryEntry $Caplens.fixedLayout(32) {
  name @0 :Text $Caplens.at(0) $Caplens.length(16);
  offset @1 :UInt64 $Caplens.at(16);
  length @2 :UInt64 $Caplens.at(24);
}

const waitersOffset :UInt32 = 0x001E40;

struct Waiters $Caplens.fixedLayout(448) {
  waiting @0 :List(UInt64) $Caplens.at(0) $Caplens.length(32);
  # One per control flag: bit N is set while the process of slot N waits.
}

# ---- Headers -------------------------------------------------------------------------------------

const headersOffset :UInt32 = 0x002000;
const headersSize :UInt32 = 4096;
const headerCount :Int32 = 32;

struct Header $Caplens.fixedLayout(128) {
  state @0 :UInt32 $Caplens.at(0);
  health @1 :UInt32 $Caplens.at(4);
  moduleId @2 :UInt64 $Caplens.at(8);
  heartbeatMillis @3 :UInt64 $Caplens.at(64);
  # From here on the module alone writes, on a line of its own.
  pulse @4 :UInt64 $Caplens.at(72);
  done @5 :UInt64 $Caplens.at(80);
  failed @6 :UInt64 $Caplens.at(88);
  inFlight @7 :UInt64 $Caplens.at(96);
  wakeUps @8 :UInt64 $Caplens.at(104);
  copiedBytes @9 :UInt64 $Caplens.at(112);
  # Bytes of payload that the module copied out of the arena.
}

const syscallOffset :UInt32 = 0x003000;
const syscallSize :UInt32 = 4096;

# ---- Processes -----------------------------------------------------------------------------------

const processTableOffset :UInt32 = 0x004000;
const processTableSize :UInt32 = 8192;
const processEntryCount :Int32 = 64;

struct ProcessEntry $Caplens.fixedLayout(128) {
  state @0 :UInt64 $Caplens.at(0);
  # State in bits 0..7, pid in 8..31, low bits of its pid namespace in 32..47, generation in 48..63.
  role @1 :UInt64 $Caplens.at(8);
  startTime @2 :UInt64 $Caplens.at(16);
  # Clock ticks since boot, as field 22 of /proc/PID/stat; 0 until written.
  pidNamespace @3 :UInt64 $Caplens.at(24);
  heartbeatMillis @4 :UInt64 $Caplens.at(64);
}

const processStateFree :Int32 = 0;
const processStateLive :Int32 = 1;
const processStateDead :Int32 = 2;
# Over: it has left, or is proven dead. What it held waits for the recovery, or is in it.

const processRoleKernel :Int32 = 1;
const processRoleModule :Int32 = 2;
const processRoleViewer :Int32 = 3;

const epochsOffset :UInt32 = 0x006000;
const epochsSize :UInt32 = 8192;
const journalOffset :UInt32 = 0x008000;
const journalSize :UInt32 = 8192;

const pinsOffset :UInt32 = 0x00A000;
const pinsSize :UInt32 = 4096;

struct Pin $Caplens.fixedLayout(64) {
  held @0 :UInt64 $Caplens.at(0);
  # One per process slot: the ping-pong buffer it reads: channel + 1 in bits 0..15, side in bit 16;
  # 0 while it reads none.
}

const grantsOffset :UInt32 = 0x00B000;
const grantsSize :UInt32 = 8192;
const metricsOffset :UInt32 = 0x00D000;
const metricsSize :UInt32 = 8192;
const traceOffset :UInt32 = 0x00F000;
const traceSize :UInt32 = 4096;
const patternOffset :UInt32 = 0x010000;
const patternSize :UInt32 = 65536;
const historyOffset :UInt32 = 0x020000;
const historySize :UInt32 = 131072;

# ---- Allocator -----------------------------------------------------------------------------------

const allocatorOffset :UInt32 = 0x040000;
const allocatorPageCount :Int32 = 8192;
# A page is a 8192nd of the region, and at least 4 KiB.
const allocatorMinimumPageSize :UInt32 = 4096;

struct Allocator $Caplens.fixedLayout(65536) {
  pageWords @0 :List(UInt32) $Caplens.at(0x1000) $Caplens.length(8192);
  # Per page: owner's process slot + 1 in bits 0..6 (0: free), bit 7 set on the first page of a block,
  # generation of the block in bits 8..31.
  runLengths @1 :List(UInt16) $Caplens.at(0x9000) $Caplens.length(8192);
  # Per page: how many pages the block has that begins here.
}

# ---- Rings ---------------------------------------------------------------------------------------

const inboxOffset :UInt32 = 0x050000;
const outboxOffset :UInt32 = 0x0D0000;
const ringSize :UInt32 = 524288;
# What follows is relative to the ring.
const ringStampsOffset :UInt32 = 0x1000;
const ringLaneOffset :UInt32 = 0x10000;
const ringLaneSize :UInt32 = 65536;
const ringBulkLaneOffset :UInt32 = 0x40000;
const ringBulkLaneSize :UInt32 = 262144;
const ringSlotCount :Int32 = 256;
const ringKindSlots :UInt32 = 1;

struct RingDescriptor $Caplens.fixedLayout(4096) {
  kind @0 :UInt32 $Caplens.at(0);
  slotSize @1 :UInt32 $Caplens.at(4);
  slotCount @2 :UInt32 $Caplens.at(8);
  tail @3 :UInt64 $Caplens.at(128);
  # Position of the next claim.
  head @4 :UInt64 $Caplens.at(256);
  # Position of the next take.
  published @5 :UInt64 $Caplens.at(384);
  refused @6 :UInt64 $Caplens.at(392);
  highWater @7 :UInt64 $Caplens.at(400);
  taken @8 :UInt64 $Caplens.at(512);
  returned @9 :UInt64 $Caplens.at(640);
  # How often a recovery gave a record back to be taken again.
  aborted @10 :UInt64 $Caplens.at(648);
  # How many claims of dead or unwilling producers were taken back.
}

struct RingSlot $Caplens.fixedLayout(256) {
  bytes @0 :UInt32 $Caplens.at(0);
  # Of the body.
  type @1 :UInt32 $Caplens.at(4);
  body @2 :Data $Caplens.at(8) $Caplens.length(248);
}

struct RingStamp $Caplens.fixedLayout(64) {
  word @0 :UInt64 $Caplens.at(0);
  # State in bits 0..7, owner's process slot in 8..15, deliveries in 16..23, lap in 24..63.
}

const stampStateFree :Int32 = 0;
const stampStateClaimed :Int32 = 1;
const stampStateCommitted :Int32 = 2;
const stampStateTaken :Int32 = 3;
const stampStateAborted :Int32 = 4;
const stampOwnerShift :Int32 = 8;
const stampDeliveriesShift :Int32 = 16;
const stampLapShift :Int32 = 24;

# ---- Arena ---------------------------------------------------------------------------------------

const arenaOffset :UInt32 = 0x150000;
const pingPongBuffersOffset :UInt32 = 0x150000;
const pingPongBuffersSize :UInt32 = 69632;
const pingPongChannelsOffset :UInt32 = 0x161000;
const pingPongChannelCount :Int32 = 32;

struct PingPongChannel $Caplens.fixedLayout(128) {
  flips @0 :UInt64 $Caplens.at(0);
  # How many flips there were; the lowest bit is the active side. 0: nothing was published yet.
}

struct PingPongBuffer $Caplens.fixedLayout(1088) {
  # Two per channel, side 0 and side 1, in the order of the channels.

  length @0 :UInt64 $Caplens.at(0);
  # Of what was published, in bytes.
  body @1 :Data $Caplens.at(8) $Caplens.length(1080);
}

const heapOffset :UInt32 = 0x162000;
