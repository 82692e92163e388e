@0xd1b5c3a7e4f60a91;
# The SAB master map, version 1: where each region of a cell's shared memory lies.
#
# Offsets are in bytes from the base of the region unless a name says otherwise; everything in the
# region is little-endian. The Java constants (`MasterMap`), the C header (`caplens_map.h`) and the
# TypeScript module are generated from this file, so that every language agrees. `layoutHash` stands
# in the superblock: peers whose maps differ do not attach.

const layoutMajor :UInt16 = 1;
# A peer with another major version does not attach.
const layoutMinor :UInt16 = 0;
# A peer with a larger minor version may use what this one calls reserved.
const layoutHash :UInt64 = 0x05a9643902d57e76;
# The first eight bytes of a SHA-256 over all other constants of this file (MasterMapTest says how).

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
const registryGuardSize :UInt32 = 16;
const registryGuardCount :UInt32 = 8;
# u32: how many entries are active.
const registryGuardGeneration :UInt32 = 12;
# u32: moves with every change of the registry.

const registryOffset :UInt32 = 0x000140;
const registrySize :UInt32 = 6144;
const registryEntrySize :UInt32 = 96;
const registryEntryCount :Int32 = 64;
const registryEntryState :UInt32 = 0;
# u64: state in bits 0..7, process slot in 8..15, generation in 32..63.
const registryEntryModuleId :UInt32 = 8;
const registryEntryModuleHash :UInt32 = 16;
const registryEntryVersion :UInt32 = 24;
const registryEntryKind :UInt32 = 28;
const registryEntryName :UInt32 = 64;
# 32 bytes of UTF-8, padded with NUL.
const registryNameSize :UInt32 = 32;

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
const superblockSize :UInt32 = 512;
const superblockMagicValue :UInt64 = 0x31534e454c504143;
# "CAPLENS1" in the order of the bytes.
const superblockByteOrderValue :UInt32 = 0x01020304;
const superblockMagic :UInt32 = 0;
const superblockMajor :UInt32 = 8;
const superblockMinor :UInt32 = 10;
const superblockByteOrder :UInt32 = 12;
const superblockLayoutHash :UInt32 = 16;
const superblockSchemaHash :UInt32 = 24;
const superblockBase :UInt32 = 32;
const superblockRegionSize :UInt32 = 40;
const superblockTier :UInt32 = 48;
const superblockArenaOffset :UInt32 = 56;
const superblockArenaSize :UInt32 = 64;
const superblockUuid :UInt32 = 72;
const superblockBootId :UInt32 = 88;
const superblockPidNamespace :UInt32 = 104;
const superblockCreatedMillis :UInt32 = 112;
const superblockState :UInt32 = 128;
# u64: state in bits 0..7, generation in 32..63. Written last, with release.
const superblockOwnerPid :UInt32 = 136;
const superblockOwnerSlot :UInt32 = 140;
const superblockOwnerStartTime :UInt32 = 144;
const superblockFencingToken :UInt32 = 152;
const superblockHeartbeatMillis :UInt32 = 256;
# On a line of its own: the owner's wall clock when it last looked after the region.
const superblockCleanShutdown :UInt32 = 384;
# 1 once the owner left in order.

const regionStateNone :Int32 = 0;
const regionStateCreating :Int32 = 1;
const regionStateReady :Int32 = 2;
const regionStateClosing :Int32 = 3;

const directoryOffset :UInt32 = 0x001C40;
const directorySize :UInt32 = 512;
const directoryEntrySize :UInt32 = 32;
const directoryEntryCount :Int32 = 16;
const directoryEntryName :UInt32 = 0;
# 16 bytes of ASCII, padded with NUL.
const directoryEntryOffset :UInt32 = 16;
const directoryEntryLength :UInt32 = 24;

const waitersOffset :UInt32 = 0x001E40;
const waitersSize :UInt32 = 448;
# 32 words of 64 bits, one per control flag: bit N is set while the process of slot N waits.

# ---- Headers -------------------------------------------------------------------------------------

const headersOffset :UInt32 = 0x002000;
const headersSize :UInt32 = 4096;
const headerSize :UInt32 = 128;
const headerCount :Int32 = 32;
const headerState :UInt32 = 0;
const headerHealth :UInt32 = 4;
const headerModuleId :UInt32 = 8;
const headerHeartbeatMillis :UInt32 = 64;
# What follows is written by the module alone, on a line of its own.
const headerPulse :UInt32 = 72;
const headerDone :UInt32 = 80;
const headerFailed :UInt32 = 88;
const headerInFlight :UInt32 = 96;
const headerWakeUps :UInt32 = 104;
const headerCopiedBytes :UInt32 = 112;
# Bytes of payload that the module copied out of the arena.

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
