/* Seat 1 of a sample at our ring, in C: `ring_seat FOLDER PAYLOAD SEAT throughput|round-trip`.
 *
 * throughput: sends what seat 0 receives. round-trip: sends back what seat 0 sends. The words of the control file
 * are those of dev.caplens.bench.pairs.Control, the words of a message those of Payload. Ends when its parent has
 * ended.
 */
#include "caplens.h"

#include <sched.h>

#define SCHEMA_HASH UINT64_C(0x72696e6773)
#define TYPE 1
#if defined(__x86_64__)
#define RELAX() __builtin_ia32_pause()
#else
#define RELAX() __atomic_signal_fence(__ATOMIC_SEQ_CST)
#endif

enum { CREATED = 0, READY = 128, PHASE = 256, FAILED = 384, SEATS = 1024, SEAT_SIZE = 128 };
enum { STOPPING = 2, BATCH = 256, SPINS = 1 << 14 };

static uint8_t *control;
static pid_t parent;
static int spins;

static uint64_t *word(int offset) { return (uint64_t *)(void *)(control + offset); }

static uint64_t look(int offset) { return __atomic_load_n(word(offset), __ATOMIC_ACQUIRE); }

static void fail(const char *text) {
  puts(text);
  __atomic_store_n(word(FAILED), 1, __ATOMIC_RELEASE);
  fflush(stdout);
  _exit(1);
}

static void idle(void) {
  if (++spins % SPINS != 0) {
    RELAX();
    return;
  }
  if (getppid() != parent || look(FAILED) != 0) {
    _exit(1);
  }
  sched_yield();
}

static void write_payload(uint8_t *body, uint32_t bytes, uint64_t sequence) {
  for (uint32_t at = 0; at < bytes; at += 8) {
    uint64_t value = sequence + at;
    memcpy(body + at, &value, 8);
  }
}

static void check_payload(const uint8_t *body, uint32_t bytes, uint64_t sequence) {
  uint64_t difference = 0;
  for (uint32_t at = 0; at < bytes; at += 8) {
    uint64_t value;
    memcpy(&value, body + at, 8);
    difference |= value ^ (sequence + at);
  }
  if (difference != 0) {
    fail("C: a message was lost, doubled or torn");
  }
}

static void send_one(caplens_cell *cell, uint64_t ring, int flag, uint32_t bytes, uint64_t sequence) {
  caplens_record record;
  int claimed;
  while ((claimed = caplens_claim(cell, ring, &record)) == 0) {
    idle();
  }
  if (claimed < 0) {
    fail(cell->error);
  }
  write_payload(record.body, bytes, sequence);
  if (caplens_commit(cell, &record, bytes, TYPE, flag) != 1) {
    fail("C: a commit failed");
  }
}

static uint64_t send_all(caplens_cell *cell, uint32_t bytes) {
  uint64_t sent = 0;
  while (look(PHASE) != STOPPING) {
    for (int i = 0; i < BATCH; i++) {
      send_one(cell, CAPLENS_INBOX_OFFSET, CAPLENS_FLAG_INBOX, bytes, sent++);
    }
  }
  return sent;
}

static uint64_t echo_all(caplens_cell *cell, uint32_t bytes) {
  uint64_t received = 0;
  for (uint32_t looks = 1; looks % BATCH != 0 || look(PHASE) != STOPPING; looks++) {
    caplens_record record;
    int taken = caplens_take(cell, CAPLENS_INBOX_OFFSET, &record);
    if (taken < 0) {
      fail(cell->error);
    }
    if (taken == 0) {
      idle();
      continue;
    }
    if (record.bytes != bytes) {
      fail("C: a message has another length");
    }
    check_payload(record.body, bytes, received);
    send_one(cell, CAPLENS_OUTBOX_OFFSET, CAPLENS_FLAG_OUTBOX, bytes, received++);
    caplens_release(cell, &record, CAPLENS_FLAG_INBOX_SPACE);
  }
  return received;
}

/* The second of the cores that this process may use, as the JVM's seat 1 does. */
static void pin(void) {
  cpu_set_t all;
  cpu_set_t one;
  int seen = 0;
  CPU_ZERO(&one);
  if (sched_getaffinity(0, sizeof all, &all) != 0) {
    return;
  }
  for (int core = 0; core < CPU_SETSIZE; core++) {
    if (CPU_ISSET(core, &all) && seen++ == 1) {
      CPU_SET(core, &one);
      sched_setaffinity(0, sizeof one, &one);
      return;
    }
  }
}

int main(int argc, char **argv) {
  char path[PATH_MAX];
  caplens_cell cell;
  if (argc != 5) {
    puts("usage: ring_seat FOLDER PAYLOAD SEAT throughput|round-trip");
    return 2;
  }
  uint32_t bytes = (uint32_t)strtoul(argv[2], NULL, 10);
  int seat = atoi(argv[3]);
  parent = getppid();
  snprintf(path, sizeof path, "%s/control", argv[1]);
  int fd = open(path, O_RDWR);
  void *memory = mmap(NULL, 16 << 10, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (fd < 0 || memory == MAP_FAILED) {
    printf("%s: %s\n", path, strerror(errno));
    return 1;
  }
  control = memory;
  pin();
  while (look(CREATED) == 0) {
    idle();
  }
  snprintf(path, sizeof path, "%s/cell", argv[1]);
  if (caplens_attach(&cell, path, CAPLENS_PROCESS_ROLE_MODULE, SCHEMA_HASH) != 0) {
    fail(cell.error);
  }
  __atomic_fetch_add(word(READY), 1, __ATOMIC_SEQ_CST);
  while (look(READY) < 2) {
    idle();
  }
  uint64_t sent = strcmp(argv[4], "throughput") == 0 ? send_all(&cell, bytes) : echo_all(&cell, bytes);
  __atomic_store_n(word(SEATS + seat * SEAT_SIZE), sent, __ATOMIC_RELEASE);
  caplens_detach(&cell, 0);
  return 0;
}
