@0xb7c9e1a35d2f8046;
# The records of the demo: jobs in the inbox, results in the outbox, running totals in a ping-pong
# channel. None of JobRequest and JobResult has a pointer, so a C module reads and writes them with
# offsets alone.

const schemaHash :UInt64 = 0xd24b18814d76114c;
# Stands in the superblock: peers with another one do not attach. The first eight bytes of a SHA-256
# over the rest of this file without comments (JobsSchemaTest says how).

struct JobRequest {
  # "Count and checksum this chunk where it stands."
  id @0 :UInt64;
  # The number of the job, from 0 on; its result carries it.
  offset @1 :UInt32;
  # Where the chunk begins: bytes from the base of the region.
  length @2 :UInt32;
  # Its length in bytes, at least 1.
  generation @3 :UInt32;
  # Of the block in which it stands; a stale one is refused.
}

struct JobResult {
  # What a module found in a chunk.
  id @0 :UInt64;
  lines @1 :UInt64;
  # Newlines.
  words @2 :UInt64;
  # Words that begin in the chunk, if no word was open before it.
  bytes @3 :UInt64;
  crc32c @4 :UInt32;
  outcome @5 :Outcome;
  joinsWord @6 :Bool;
  # Its first byte that is not neutral continues a word that is open before the chunk.
  leavesWord @7 :Bool;
  # A word is open behind it, if none was open before it.
  isNeutral @8 :Bool;
  # No byte in it begins or ends a word.
}

enum Outcome {
  done @0;
  stale @1;
  # The chunk was not there any more: the job was done before, or its sender is broken.
}

struct RunningTotals {
  # What the kernel tells while it works.
  bytesExpected @0 :UInt64;
  # Of all regular files together; 0 if that is not known.
  bytesRead @1 :UInt64;
  bytesDone @2 :UInt64;
  jobsDone @3 :UInt64;
  lines @4 :UInt64;
  words @5 :UInt64;
  elapsedNanos @6 :UInt64;
  isFinished @7 :Bool;
  file @8 :Text;
  # What is being read, as the user named it; cut where it is long.
}
