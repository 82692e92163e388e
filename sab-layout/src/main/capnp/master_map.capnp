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
const layoutHash :UInt64 = 0x33e59923a1dadccc;
# The first eight bytes of a SHA-256 over all other constants and all structs of this file, with the
# place and type of each field (MasterMapTest says how).

const defaultBase :UInt32 = 0x01000000;
# The file offset of the region where none is told: an address in the specification is then literally
# a file offset, and what lies before it is a sparse hole.

# ---- Control Flags -------------------------------------------------------------------------------

const controlFlagsOffset :UInt32 = 0x000000;
const controlFlagsSize :UInt32 = 128;
const controlFlagCount :Int32 = 32;
# 32 flags of 32 bits. A signal is an atomic add with full ordering, then a wake.

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
const supervisorAllocEntrySize :UInt32 = 16;
const supervisorAllocEntryCount :Int32 = 10;

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
# Its process is proven dead. The entry stays to be looked at until its place is needed.
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
const waitersSize :UInt32 = 448;
# 32 words of 64 bits, one per control flag: bit N is set while the process of slot N waits.

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
const processEntrySize :UInt32 = 128;
const processEntryCount :Int32 = 64;
const processEntryState :UInt32 = 0;
# u64: state in bits 0..7, pid in 8..31, low bits of its pid namespace in 32..47, generation in
# 48..63.
const processEntryRole :UInt32 = 8;
const processEntryStartTime :UInt32 = 16;
# Clock ticks since boot, as field 22 of /proc/PID/stat; 0 until written.
const processEntryPidNamespace :UInt32 = 24;
const processEntryHeartbeatMillis :UInt32 = 64;

const processStateFree :Int32 = 0;
const processStateLive :Int32 = 1;
const processStateDead :Int32 = 2;
# Proven dead, its holdings are being recovered.

const processRoleKernel :Int32 = 1;
const processRoleModule :Int32 = 2;
const processRoleViewer :Int32 = 3;

const epochsOffset :UInt32 = 0x006000;
const epochsSize :UInt32 = 8192;
const journalOffset :UInt32 = 0x008000;
const journalSize :UInt32 = 8192;

const pinsOffset :UInt32 = 0x00A000;
const pinsSize :UInt32 = 4096;
const pinSize :UInt32 = 64;
# One per process slot: u64, the ping-pong buffer it reads: channel + 1 in bits 0..15, side in bit 16;
# 0 while it reads none.

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
const allocatorSize :UInt32 = 65536;
const allocatorPageCount :Int32 = 8192;
# A page is a 8192nd of the region, and at least 4 KiB.
const allocatorMinimumPageSize :UInt32 = 4096;
const allocatorPageWords :UInt32 = 0x1000;
# From allocatorOffset: a u32 per page: owner's process slot + 1 in bits 0..6 (0: free), bit 7 set on
# the first page of a block, generation of the block in bits 8..31.
const allocatorRunLengths :UInt32 = 0x9000;
# From allocatorOffset: a u16 per page: how many pages the block has that begins here.

# ---- Rings ---------------------------------------------------------------------------------------

const inboxOffset :UInt32 = 0x050000;
const outboxOffset :UInt32 = 0x0D0000;
const ringSize :UInt32 = 524288;
# What follows is relative to the ring.
const ringStampsOffset :UInt32 = 0x1000;
const ringStampStride :UInt32 = 64;
const ringLaneOffset :UInt32 = 0x10000;
const ringLaneSize :UInt32 = 65536;
const ringBulkLaneOffset :UInt32 = 0x40000;
const ringBulkLaneSize :UInt32 = 262144;
const ringSlotSize :UInt32 = 256;
const ringSlotCount :Int32 = 256;
const ringRecordHeaderSize :UInt32 = 8;
# In front of the body in a slot: u32 bytes of the body, u32 type.

const ringKind :UInt32 = 0;
const ringKindSlots :UInt32 = 1;
const ringDescriptorSlotSize :UInt32 = 4;
const ringDescriptorSlotCount :UInt32 = 8;
const ringTail :UInt32 = 128;
# u64: position of the next claim.
const ringHead :UInt32 = 256;
# u64: position of the next take.
const ringPublished :UInt32 = 384;
const ringRefused :UInt32 = 392;
const ringHighWater :UInt32 = 400;
const ringTaken :UInt32 = 512;
const ringReturned :UInt32 = 640;
# u64: how often a recovery gave a record back to be taken again.
const ringAborted :UInt32 = 648;
# u64: how many claims of dead or unwilling producers were taken back.

const stampStateFree :Int32 = 0;
const stampStateClaimed :Int32 = 1;
const stampStateCommitted :Int32 = 2;
const stampStateTaken :Int32 = 3;
const stampStateAborted :Int32 = 4;
const stampOwnerShift :Int32 = 8;
const stampDeliveriesShift :Int32 = 16;
const stampLapShift :Int32 = 24;
# A stamp is a u64: state in bits 0..7, owner's process slot in 8..15, deliveries in 16..23, lap in
# 24..63.

# ---- Arena ---------------------------------------------------------------------------------------

const arenaOffset :UInt32 = 0x150000;
const pingPongBuffersOffset :UInt32 = 0x150000;
const pingPongBuffersSize :UInt32 = 69632;
const pingPongChannelsOffset :UInt32 = 0x161000;
const pingPongChannelSize :UInt32 = 128;
const pingPongChannelCount :Int32 = 32;
const pingPongBufferSize :UInt32 = 1088;
# Two per channel, side 0 and side 1, in the order of the channels.
const pingPongFlip :UInt32 = 0;
# u64: how many flips there were; the lowest bit is the active side. 0: nothing was published yet.
const heapOffset :UInt32 = 0x162000;
