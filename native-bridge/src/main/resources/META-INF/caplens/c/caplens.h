/*
 * Caplens for C: attach to a cell, take jobs from its inbox, give results to its outbox.
 *
 * A header of static functions over the generated map (caplens_map.h). Linux, GCC or Clang, C11,
 * little-endian. The rules of each word (who writes it, with which ordering) stand at the Java class
 * of the same name; the comments here name it.
 *
 * One thread per caplens_cell. Functions that can fail return a negative value and leave a sentence in
 * cell->error.
 */
#ifndef CAPLENS_H
#define CAPLENS_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/futex.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "caplens_map.h"

/* What this header takes for granted of the map: tables as long as what they hold, words where one access
 * reads them as a whole. */
#define CAPLENS_HOLDS(what) _Static_assert(what, "caplens_map.h is of another version: " #what)
CAPLENS_HOLDS(CAPLENS_REGISTRY_ENTRY_COUNT * CAPLENS_REGISTRY_ENTRY_SIZE == CAPLENS_REGISTRY_SIZE);
CAPLENS_HOLDS(CAPLENS_HEADER_COUNT * CAPLENS_HEADER_SIZE == CAPLENS_HEADERS_SIZE);
CAPLENS_HOLDS(CAPLENS_PROCESS_ENTRY_COUNT * CAPLENS_PROCESS_ENTRY_SIZE == CAPLENS_PROCESS_TABLE_SIZE);
CAPLENS_HOLDS(CAPLENS_RING_SLOT_COUNT * CAPLENS_RING_SLOT_SIZE == CAPLENS_RING_LANE_SIZE);
CAPLENS_HOLDS(CAPLENS_CONTROL_FLAGS_EPOCHS_LENGTH == CAPLENS_CONTROL_FLAG_COUNT);
CAPLENS_HOLDS(CAPLENS_CONTROL_FLAGS_EPOCHS_OFFSET == 0 && CAPLENS_WAITERS_WAITING_OFFSET == 0);
CAPLENS_HOLDS(CAPLENS_RING_STAMP_WORD_OFFSET == 0);
CAPLENS_HOLDS(CAPLENS_RING_SLOT_BODY_OFFSET + CAPLENS_RING_SLOT_BODY_LENGTH == CAPLENS_RING_SLOT_SIZE);

typedef struct caplens_cell {
  const char *path;
  int fd;
  uint64_t file_size;
  uint8_t *base;    /* where the region's first byte is mapped */
  uint64_t size;    /* of the region, in bytes */
  int slot;         /* of the process table, -1 before the join */
  uint64_t joined;  /* the state word of that slot while this process holds it */
  int module;       /* index in the registry, -1 before the registration */
  uint64_t registered; /* the state word of that entry while it is this module's */
  uint64_t returned_seen[2]; /* of the inbox and of the outbox, as the next two */
  uint64_t head_seen[2];
  uint64_t high_water_seen[2];
  char error[512];
} caplens_cell;

/* A record of a ring: held (consumer) or claimed (producer). */
typedef struct caplens_record {
  uint64_t ring;    /* offset of the ring */
  uint64_t position;
  uint64_t stamp;
  uint8_t *body;
  uint32_t bytes;
  uint32_t type;
} caplens_record;

static inline int caplens_fail(caplens_cell *cell, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(cell->error, sizeof cell->error, format, arguments);
  va_end(arguments);
  return -1;
}

/* ---- words -------------------------------------------------------------------------------------- */

static inline uint64_t *caplens_u64(caplens_cell *cell, uint64_t offset) {
  return (uint64_t *)(void *)(cell->base + offset);
}

static inline uint32_t *caplens_u32(caplens_cell *cell, uint64_t offset) {
  return (uint32_t *)(void *)(cell->base + offset);
}

static inline uint64_t caplens_load(caplens_cell *cell, uint64_t offset) {
  return __atomic_load_n(caplens_u64(cell, offset), __ATOMIC_SEQ_CST);
}

static inline void caplens_store(caplens_cell *cell, uint64_t offset, uint64_t value) {
  __atomic_store_n(caplens_u64(cell, offset), value, __ATOMIC_RELEASE);
}

static inline int caplens_cas(caplens_cell *cell, uint64_t offset, uint64_t expected, uint64_t next) {
  return __atomic_compare_exchange_n(caplens_u64(cell, offset), &expected, next, 0, __ATOMIC_SEQ_CST,
                                     __ATOMIC_SEQ_CST);
}

static inline void caplens_add(caplens_cell *cell, uint64_t offset, uint64_t delta) {
  __atomic_fetch_add(caplens_u64(cell, offset), delta, __ATOMIC_SEQ_CST);
}

/* Words of a payload that a peer may change meanwhile: loaded once, so that what was checked is what is used. */
static inline uint64_t caplens_once64(const void *at) {
  typedef uint64_t __attribute__((aligned(1), may_alias)) word;
  return *(const volatile word *)at;
}

static inline uint32_t caplens_once32(const void *at) {
  typedef uint32_t __attribute__((aligned(1), may_alias)) word;
  return *(const volatile word *)at;
}

static inline uint16_t caplens_once16(const void *at) {
  typedef uint16_t __attribute__((aligned(1), may_alias)) word;
  return *(const volatile word *)at;
}

/* Raises a mark that only grows; it is signed, as Java compares it (Slots.raise). */
static inline void caplens_raise(caplens_cell *cell, uint64_t offset, uint64_t value) {
  uint64_t seen = caplens_load(cell, offset);
  while ((int64_t)seen < (int64_t)value && !caplens_cas(cell, offset, seen, value)) {
    seen = caplens_load(cell, offset);
  }
}

static inline uint64_t caplens_now_millis(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (uint64_t)now.tv_sec * 1000u + (uint64_t)now.tv_nsec / 1000000u;
}

/* ---- processes (ProcessIdentity, ProcessTable) -------------------------------------------------- */

/* What /proc/PID/stat says (ProcessStat). */
typedef struct caplens_stat {
  char state; /* of its first thread alone */
  uint64_t threads;
  uint64_t start_time;
} caplens_stat;

/* The first bytes of a file as a string; its length, 0 if nothing can be read. */
static inline size_t caplens_read_file(const char *path, char *text, size_t size) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  text[0] = 0;
  if (fd < 0) {
    return 0;
  }
  ssize_t n = read(fd, text, size - 1);
  close(fd);
  text[n > 0 ? n : 0] = 0;
  return n > 0 ? (size_t)n : 0;
}

/* Returns 0 if nothing can be read, or what is read is cut short, which is no proof that there is no such
 * process. */
static inline int caplens_process(uint32_t pid, caplens_stat *stat) {
  char path[64];
  char line[1024];
  snprintf(path, sizeof path, "/proc/%u/stat", pid);
  char *field = caplens_read_file(path, line, sizeof line) == 0 ? NULL : strrchr(line, ')');
  if (field == NULL || strlen(field) < 3) {
    return 0;
  }
  field += 2;
  memset(stat, 0, sizeof *stat);
  stat->state = *field;
  for (int i = 4; i <= 23 && (field = strchr(field, ' ')) != NULL; i++) {
    field++;
    if (i == 20) {
      stat->threads = strtoull(field, NULL, 10);
    } else if (i == 22) {
      stat->start_time = strtoull(field, NULL, 10);
    }
  }
  return field != NULL; /* what follows the start time shows that all its digits are there */
}

/* Whether /proc counts processes as this one does (Sight.isOfThisNamespace). */
static inline int caplens_is_proc_ours(void) {
  char link[32];
  ssize_t n = readlink("/proc/self", link, sizeof link - 1);
  link[n > 0 ? n : 0] = 0;
  return n > 0 && strtoull(link, NULL, 10) == (unsigned long long)getpid();
}

static inline uint64_t caplens_pid_namespace(void) {
  char link[64];
  ssize_t n = readlink("/proc/self/ns/pid", link, sizeof link - 1);
  if (n <= 0) {
    return 0;
  }
  link[n] = 0;
  char *open_bracket = strchr(link, '[');
  return open_bracket == NULL ? 0 : strtoull(open_bracket + 1, NULL, 10);
}

/* The offsets that /proc tells are those that children get, which may be others than one's own. */
static inline int caplens_is_of_its_childrens_clock(uint32_t pid) {
  char path[64];
  char own[64];
  char childrens[64];
  snprintf(path, sizeof path, "/proc/%u/ns/time", pid);
  ssize_t n = readlink(path, own, sizeof own);
  if (n < 0 && errno == EACCES) {
    return 1; /* another user's: only the offsets are shown */
  }
  snprintf(path, sizeof path, "/proc/%u/ns/time_for_children", pid);
  return n > 0 && n == readlink(path, childrens, sizeof childrens) && memcmp(own, childrens, (size_t)n) == 0;
}

/* Whether start times that this process reads mean the same as those that another one has read of itself
 * (Sight.isOfOneClockWith): they count from the boot that a time namespace tells. */
static inline int caplens_is_of_one_clock(uint32_t pid) {
  char path[64];
  char own[256];
  char other[256];
  uint32_t self = (uint32_t)getpid();
  snprintf(path, sizeof path, "/proc/%u/timens_offsets", pid);
  return access("/proc/self/timens_offsets", F_OK) != 0 ||
         (caplens_is_of_its_childrens_clock(self) && caplens_is_of_its_childrens_clock(pid) &&
          caplens_read_file("/proc/self/timens_offsets", own, sizeof own) != 0 &&
          caplens_read_file(path, other, sizeof other) != 0 && strcmp(own, other) == 0);
}

/* The id of a boot of the machine, in the order of its text; all 0 where the system does not tell. */
typedef struct caplens_boot {
  uint8_t id[CAPLENS_SUPERBLOCK_BOOT_ID_LENGTH];
} caplens_boot;

static inline int caplens_is_same_boot(const caplens_boot *one, const caplens_boot *other) {
  return memcmp(one->id, other->id, sizeof one->id) == 0;
}

static inline caplens_boot caplens_parse_boot(const char *text) {
  const caplens_boot none = {{0}};
  caplens_boot boot = none;
  int length = 0;
  for (size_t i = 0; i < sizeof boot.id; i++) {
    text += length;
    text += *text == '-';
    if (sscanf(text, "%2hhx%n", &boot.id[i], &length) != 1) {
      return none;
    }
  }
  return boot;
}

static inline caplens_boot caplens_current_boot(void) {
  char text[64];
  caplens_read_file("/proc/sys/kernel/random/boot_id", text, sizeof text);
  return caplens_parse_boot(text);
}

/* Whether a process of a boot is proven dead (ProcessIdentity). One of another pid namespace never is, nor any where
 * /proc is missing, since namespaces cannot be told apart there, nor a pid that no process can have: kill(2) would
 * take it for that of a group. */
static inline int caplens_is_dead(uint32_t pid, uint64_t start_time, uint64_t pid_namespace, caplens_boot boot) {
  const caplens_boot none = {{0}};
  caplens_boot current = caplens_current_boot();
  caplens_stat stat;
  if (pid == 0 || pid > INT32_MAX || pid_namespace != caplens_pid_namespace() || !caplens_is_proc_ours()) {
    return 0;
  }
  if (!caplens_is_same_boot(&boot, &current)) {
    return !caplens_is_same_boot(&boot, &none) && !caplens_is_same_boot(&current, &none);
  }
  if (!caplens_process(pid, &stat)) {
    return kill((pid_t)pid, 0) != 0 && errno == ESRCH; /* not readable may also mean: hidden, or no descriptor left */
  }
  if ((stat.state == 'Z' || stat.state == 'X') && stat.threads <= 1) {
    return 1;
  }
  return start_time != 0 && start_time != stat.start_time && caplens_is_of_one_clock(pid);
}

static inline uint64_t caplens_process_at(int slot, uint64_t field) {
  return CAPLENS_PROCESS_TABLE_OFFSET + (uint64_t)slot * CAPLENS_PROCESS_ENTRY_SIZE + field;
}

/* Takes a free slot: its index, or -1 if there is none. */
static inline int caplens_join(caplens_cell *cell, uint32_t role) {
  int waiting = 0;
  caplens_stat stat = {0, 0, 0};
  uint64_t pid = (uint64_t)getpid();
  uint64_t space = caplens_pid_namespace();
  if (caplens_is_proc_ours()) {
    caplens_process((uint32_t)pid, &stat);
  }
  for (int slot = 0; slot < CAPLENS_PROCESS_ENTRY_COUNT; slot++) {
    uint64_t at = caplens_process_at(slot, CAPLENS_PROCESS_ENTRY_STATE_OFFSET);
    uint64_t seen = caplens_load(cell, at);
    uint64_t next = CAPLENS_PROCESS_STATE_LIVE | (pid & 0xffffff) << 8 | (space & 0xffff) << 32 |
                    ((seen >> 48) + 1) << 48;
    waiting += (seen & 0xff) == CAPLENS_PROCESS_STATE_DEAD;
    /* pair: joined (release) */
    if ((seen & 0xff) == CAPLENS_PROCESS_STATE_FREE && caplens_cas(cell, at, seen, next)) {
      *caplens_u64(cell, caplens_process_at(slot, CAPLENS_PROCESS_ENTRY_ROLE_OFFSET)) = role;
      *caplens_u64(cell, caplens_process_at(slot, CAPLENS_PROCESS_ENTRY_PID_NAMESPACE_OFFSET)) = space;
      caplens_store(cell, caplens_process_at(slot, CAPLENS_PROCESS_ENTRY_START_TIME_OFFSET), stat.start_time);
      cell->slot = slot;
      cell->joined = next;
      return slot;
    }
  }
  return caplens_fail(cell,
                      "process table of %s: all %d slots are taken, %d of them by processes that have left and wait for "
                      "the kernel's recovery; let it recover, or end a process that is attached",
                      cell->path, (int)CAPLENS_PROCESS_ENTRY_COUNT, waiting);
}

/* Ends the use of the slot, if there is one; what this process still holds is given back by the kernel's next
 * recovery. */
static inline void caplens_leave(caplens_cell *cell) {
  if (cell->slot < 0) {
    return;
  }
  caplens_cas(cell, caplens_process_at(cell->slot, CAPLENS_PROCESS_ENTRY_STATE_OFFSET), cell->joined,
              (cell->joined & ~UINT64_C(0xff)) | CAPLENS_PROCESS_STATE_DEAD);
}

/* The boot in which the region was made. */
static inline caplens_boot caplens_boot_of(caplens_cell *cell) {
  caplens_boot boot;
  memcpy(boot.id, cell->base + CAPLENS_SUPERBLOCK_OFFSET + CAPLENS_SUPERBLOCK_BOOT_ID_OFFSET, sizeof boot.id);
  return boot;
}

/* Whether any process but this one is attached and not proven dead. */
static inline int caplens_is_anyone_else(caplens_cell *cell) {
  for (int slot = 0; slot < CAPLENS_PROCESS_ENTRY_COUNT; slot++) {
    /* pair: joined (acquire) */
    uint64_t seen = caplens_load(cell, caplens_process_at(slot, CAPLENS_PROCESS_ENTRY_STATE_OFFSET));
    uint64_t started = caplens_load(cell, caplens_process_at(slot, CAPLENS_PROCESS_ENTRY_START_TIME_OFFSET));
    uint64_t own = caplens_pid_namespace();
    uint64_t space =
        started == 0 && (own & 0xffff) == ((seen >> 32) & 0xffff)
            ? own
            : caplens_load(cell, caplens_process_at(slot, CAPLENS_PROCESS_ENTRY_PID_NAMESPACE_OFFSET));
    if (slot != cell->slot && (seen & 0xff) == CAPLENS_PROCESS_STATE_LIVE &&
        !caplens_is_dead((uint32_t)(seen >> 8 & 0xffffff), started, space, caplens_boot_of(cell))) {
      return 1;
    }
  }
  return 0;
}

/* ---- attaching (Superblock, Cell) --------------------------------------------------------------- */

static inline uint64_t caplens_superblock(caplens_cell *cell, uint64_t field) {
  return caplens_load(cell, CAPLENS_SUPERBLOCK_OFFSET + field);
}

static inline int caplens_expect(caplens_cell *cell, const char *field, uint64_t expected, uint64_t got) {
  if (expected == got) {
    return 0;
  }
  return caplens_fail(cell,
                      "%s of the superblock of %s: expected 0x%llx, got 0x%llx; run the same version of "
                      "Caplens, with the same schemas, on both sides",
                      field, cell->path, (unsigned long long)expected, (unsigned long long)got);
}

static inline int caplens_check(caplens_cell *cell, uint64_t schema_hash) {
  if (caplens_expect(cell, "magic", CAPLENS_SUPERBLOCK_MAGIC_VALUE,
                     caplens_superblock(cell, CAPLENS_SUPERBLOCK_MAGIC_OFFSET)) ||
      /* pair: ready (acquire) */
      caplens_expect(cell, "state", CAPLENS_REGION_STATE_READY,
                     caplens_superblock(cell, CAPLENS_SUPERBLOCK_STATE_OFFSET) & 0xff) ||
      caplens_expect(cell, "byte order", CAPLENS_SUPERBLOCK_BYTE_ORDER_VALUE,
                     caplens_once32(caplens_u32(cell, CAPLENS_SUPERBLOCK_OFFSET + CAPLENS_SUPERBLOCK_BYTE_ORDER_OFFSET))) ||
      caplens_expect(cell, "major version", CAPLENS_LAYOUT_MAJOR,
                     caplens_superblock(cell, CAPLENS_SUPERBLOCK_MAJOR_OFFSET) & 0xffff) ||
      caplens_expect(cell, "layout hash", CAPLENS_LAYOUT_HASH,
                     caplens_superblock(cell, CAPLENS_SUPERBLOCK_LAYOUT_HASH_OFFSET)) ||
      caplens_expect(cell, "base", CAPLENS_DEFAULT_BASE,
                     caplens_superblock(cell, CAPLENS_SUPERBLOCK_BASE_OFFSET)) ||
      caplens_expect(cell, "size", cell->size,
                     caplens_superblock(cell, CAPLENS_SUPERBLOCK_REGION_SIZE_OFFSET)) ||
      caplens_expect(cell, "schema hash", schema_hash,
                     caplens_superblock(cell, CAPLENS_SUPERBLOCK_SCHEMA_HASH_OFFSET))) {
    return -1;
  }
  return 0;
}

static inline int caplens_is_owner_dead(caplens_cell *cell) {
  uint32_t pid =
      caplens_once32(caplens_u32(cell, CAPLENS_SUPERBLOCK_OFFSET + CAPLENS_SUPERBLOCK_OWNER_PID_OFFSET));
  return caplens_is_dead(pid, caplens_superblock(cell, CAPLENS_SUPERBLOCK_OWNER_START_TIME_OFFSET),
                         caplens_superblock(cell, CAPLENS_SUPERBLOCK_PID_NAMESPACE_OFFSET), caplens_boot_of(cell));
}

/* Removes the region's file, if its name still means it (RegionFile.remove): to be sure of what is removed, it
 * gets a name first that nobody else uses. */
static inline void caplens_remove(caplens_cell *cell) {
  struct stat mapped;
  struct stat named;
  char aside[PATH_MAX];
  int length = snprintf(aside, sizeof aside, "%s.over-%x-%x", cell->path, (unsigned)getpid(),
                        (unsigned)caplens_now_millis());
  if (length >= (int)sizeof aside || fstat(cell->fd, &mapped) != 0 || stat(cell->path, &named) != 0 ||
      mapped.st_ino != named.st_ino || rename(cell->path, aside) != 0 || stat(aside, &named) != 0) {
    return;
  }
  /* Where two others compete for the name, nobody can attach to the one that lost it: it goes too. */
  if (mapped.st_ino == named.st_ino || link(aside, cell->path) == 0 || errno == EEXIST) {
    unlink(aside);
  }
}

/* Closes what is open, as after a failure; then there is nothing to leave any more. */
static inline void caplens_unmap(caplens_cell *cell) {
  if (cell->base != NULL) {
    munmap(cell->base, cell->size);
    cell->base = NULL;
  }
  if (cell->fd >= 0) {
    close(cell->fd);
    cell->fd = -1;
  }
  cell->slot = -1;
  cell->module = -1;
}

static inline int caplens_attach_to(caplens_cell *cell, const char *path, uint32_t role, uint64_t schema_hash) {
  struct stat status;
  memset(cell, 0, sizeof *cell);
  cell->path = path;
  cell->slot = -1;
  cell->module = -1;
  cell->fd = open(path, O_RDWR | O_CLOEXEC);
  if (cell->fd < 0 || fstat(cell->fd, &status) != 0) {
    return caplens_fail(cell, "region %s: %s", path, strerror(errno));
  }
  cell->file_size = (uint64_t)status.st_size;
  if (cell->file_size < CAPLENS_DEFAULT_BASE + CAPLENS_HEAP_OFFSET) {
    return caplens_fail(cell, "region %s: %llu bytes are too short for a region; it was truncated", path,
                        (unsigned long long)cell->file_size);
  }
  cell->size = cell->file_size - CAPLENS_DEFAULT_BASE;
  void *memory = mmap(NULL, cell->size, PROT_READ | PROT_WRITE, MAP_SHARED, cell->fd,
                      (off_t)CAPLENS_DEFAULT_BASE);
  if (memory == MAP_FAILED) {
    return caplens_fail(cell, "region %s cannot be mapped: %s", path, strerror(errno));
  }
  cell->base = memory;
  if (caplens_check(cell, schema_hash) != 0) {
    return -1;
  }
  if (caplens_is_owner_dead(cell)) {
    if (!caplens_is_anyone_else(cell)) {
      caplens_remove(cell);
    }
    return caplens_fail(cell, "region %s: its owner is dead; start a new one", path);
  }
  return caplens_join(cell, role) < 0 ? -1 : 0;
}

/* Maps the region, checks that this program can work with it, and takes a slot of the process table. Where that
 * fails, nothing stays open. */
static inline int caplens_attach(caplens_cell *cell, const char *path, uint32_t role, uint64_t schema_hash) {
  int failed = caplens_attach_to(cell, path, role, schema_hash);
  if (failed) {
    caplens_unmap(cell);
  }
  return failed;
}

/* Whether the region is what it was: its file has its size and its owner is not proven dead. */
static inline int caplens_is_intact(caplens_cell *cell) {
  struct stat status;
  if (fstat(cell->fd, &status) != 0 || (uint64_t)status.st_size < cell->file_size) {
    caplens_fail(cell, "region %s was truncated from outside; nothing in it can be trusted any more",
                 cell->path);
    return 0;
  }
  if (caplens_is_owner_dead(cell)) {
    caplens_fail(cell, "region %s: its owner is dead; start a new one", cell->path);
    return 0;
  }
  return 1;
}

/* Leaves (whatever this process still holds, the kernel's next recovery gives back), and removes the file if nobody
 * else is attached: how modules part from a dead owner. */
static inline void caplens_detach(caplens_cell *cell, int remove_if_last) {
  if (cell->base == NULL) {
    return;
  }
  caplens_leave(cell);
  if (remove_if_last && !caplens_is_anyone_else(cell)) {
    caplens_remove(cell);
  }
  caplens_unmap(cell);
}

/* ---- modules (Registry, ModuleHeader) ----------------------------------------------------------- */

static inline uint64_t caplens_registry_at(int index, uint64_t field) {
  return CAPLENS_REGISTRY_OFFSET + (uint64_t)index * CAPLENS_REGISTRY_ENTRY_SIZE + field;
}

static inline uint64_t caplens_header(caplens_cell *cell, uint64_t field) {
  return CAPLENS_HEADERS_OFFSET + (uint64_t)cell->module * CAPLENS_HEADER_SIZE + field;
}

/* Counts in the header line that this module alone writes. */
static inline void caplens_count(caplens_cell *cell, uint64_t field, uint64_t delta) {
  uint64_t *word = caplens_u64(cell, caplens_header(cell, field));
  __atomic_store_n(word, *word + delta, __ATOMIC_RELEASE);
}

static inline void caplens_beat(caplens_cell *cell) {
  uint64_t now = caplens_now_millis();
  caplens_store(cell, caplens_process_at(cell->slot, CAPLENS_PROCESS_ENTRY_HEARTBEAT_MILLIS_OFFSET), now);
  caplens_store(cell, caplens_header(cell, CAPLENS_HEADER_HEARTBEAT_MILLIS_OFFSET), now);
  caplens_count(cell, CAPLENS_HEADER_PULSE_OFFSET, 1);
}

static inline void caplens_registry_changed(caplens_cell *cell, int32_t delta) {
  __atomic_fetch_add(caplens_u32(cell, CAPLENS_REGISTRY_GUARD_OFFSET + CAPLENS_REGISTRY_GUARD_COUNT_OFFSET),
                     (uint32_t)delta, __ATOMIC_SEQ_CST);
  __atomic_fetch_add(
      caplens_u32(cell, CAPLENS_REGISTRY_GUARD_OFFSET + CAPLENS_REGISTRY_GUARD_GENERATION_OFFSET), 1u,
      __ATOMIC_SEQ_CST);
}

/* Claims an entry in a state: its state word, or 0 if there is none. */
static inline uint64_t caplens_claim_entry(caplens_cell *cell, uint64_t state) {
  for (int index = 0; index < CAPLENS_HEADER_COUNT; index++) {
    uint64_t at = caplens_registry_at(index, CAPLENS_REGISTRY_ENTRY_STATE_OFFSET);
    uint64_t seen = caplens_load(cell, at);
    uint64_t next = CAPLENS_REGISTRY_STATE_CLAIMED | (uint64_t)cell->slot << 8 | ((seen >> 32) + 1) << 32;
    if ((seen & 0xff) == state && caplens_cas(cell, at, seen, next)) {
      cell->module = index;
      return next;
    }
  }
  return 0;
}

/* Entries of modules that are over tell what these did, so they are taken last. */
static inline int caplens_register(caplens_cell *cell, const char *name) {
  uint64_t claimed = caplens_claim_entry(cell, CAPLENS_REGISTRY_STATE_FREE);
  if (claimed == 0) {
    claimed = caplens_claim_entry(cell, CAPLENS_REGISTRY_STATE_LEFT);
  }
  if (claimed == 0) {
    claimed = caplens_claim_entry(cell, CAPLENS_REGISTRY_STATE_LOST);
  }
  if (claimed == 0) {
    return caplens_fail(cell, "registry of %s: all %d entries are taken", cell->path, (int)CAPLENS_HEADER_COUNT);
  }
  int index = cell->module;
  uint8_t *entry_name = cell->base + caplens_registry_at(index, CAPLENS_REGISTRY_ENTRY_NAME_OFFSET);
  size_t length = strlen(name);
  *caplens_u64(cell, caplens_registry_at(index, CAPLENS_REGISTRY_ENTRY_MODULE_ID_OFFSET)) = claimed;
  *caplens_u64(cell, caplens_registry_at(index, CAPLENS_REGISTRY_ENTRY_MODULE_HASH_OFFSET)) = 0;
  *caplens_u32(cell, caplens_registry_at(index, CAPLENS_REGISTRY_ENTRY_VERSION_OFFSET)) = CAPLENS_LAYOUT_MAJOR;
  *caplens_u32(cell, caplens_registry_at(index, CAPLENS_REGISTRY_ENTRY_KIND_OFFSET)) = CAPLENS_MODULE_KIND_C;
  memset(entry_name, 0, CAPLENS_REGISTRY_ENTRY_NAME_LENGTH);
  memcpy(entry_name, name, length < CAPLENS_REGISTRY_ENTRY_NAME_LENGTH ? length : CAPLENS_REGISTRY_ENTRY_NAME_LENGTH);
  memset(cell->base + caplens_header(cell, 0), 0, CAPLENS_HEADER_SIZE);
  caplens_beat(cell);
  uint64_t active = (claimed & ~UINT64_C(0xff)) | CAPLENS_REGISTRY_STATE_ACTIVE;
  /* pair: registered (release) */
  if (!caplens_cas(cell, caplens_registry_at(index, CAPLENS_REGISTRY_ENTRY_STATE_OFFSET), claimed, active)) {
    cell->module = -1;
    return caplens_fail(cell, "registry of %s: entry %d was taken back, because this process has left or was taken for dead",
                        cell->path, index);
  }
  cell->registered = active;
  caplens_registry_changed(cell, 1);
  return index;
}

/* Marks that this module leaves in order, unless it was lost; another one may have its entry then. */
static inline void caplens_unregister(caplens_cell *cell) {
  if (cell->module >= 0 &&
      caplens_cas(cell, caplens_registry_at(cell->module, CAPLENS_REGISTRY_ENTRY_STATE_OFFSET), cell->registered,
                  (cell->registered & ~UINT64_C(0xff)) | CAPLENS_REGISTRY_STATE_LEFT)) {
    caplens_registry_changed(cell, -1);
  }
}

/* ---- control flags ------------------------------------------------------------------------------ */

static inline uint64_t caplens_waiting_at(int flag) {
  return CAPLENS_WAITERS_OFFSET + (uint64_t)flag * 8u;
}

static inline uint32_t caplens_epoch(caplens_cell *cell, int flag) {
  return __atomic_load_n(caplens_u32(cell, CAPLENS_CONTROL_FLAGS_OFFSET + (uint64_t)flag * 4u),
                         __ATOMIC_SEQ_CST);
}

static inline void caplens_signal(caplens_cell *cell, int flag) {
  uint32_t *word = caplens_u32(cell, CAPLENS_CONTROL_FLAGS_OFFSET + (uint64_t)flag * 4u);
  /* pair: epoch (release) */
  __atomic_fetch_add(word, 1u, __ATOMIC_SEQ_CST);
  /* pair: waiting (acquire) */
  if (caplens_load(cell, caplens_waiting_at(flag)) != 0) {
    syscall(SYS_futex, word, FUTEX_WAKE, INT_MAX, NULL, NULL, 0);
  }
}

/* Moves the flag and wakes, if anybody waits (ControlFlags.signalWaiters): after a compare-and-set that published
 * what they wait for. */
static inline void caplens_signal_waiters(caplens_cell *cell, int flag) {
  /* pair: waiting (acquire) */
  if (caplens_load(cell, caplens_waiting_at(flag)) != 0) {
    caplens_signal(cell, flag);
  }
}

/* Sleeps until the flag moves from `seen` or the time is over. Announce the wait first, then look again
 * for work, then call this: see caplens_wait_begin. */
static inline void caplens_wait_begin(caplens_cell *cell, int flag) {
  /* pair: waiting (release) */
  __atomic_fetch_or(caplens_u64(cell, caplens_waiting_at(flag)), UINT64_C(1) << cell->slot, __ATOMIC_SEQ_CST);
  __atomic_thread_fence(__ATOMIC_SEQ_CST);
}

static inline void caplens_wait(caplens_cell *cell, int flag, uint32_t seen, uint32_t timeout_millis) {
  struct timespec timeout = {timeout_millis / 1000u, (long)(timeout_millis % 1000u) * 1000000L};
  syscall(SYS_futex, caplens_u32(cell, CAPLENS_CONTROL_FLAGS_OFFSET + (uint64_t)flag * 4u), FUTEX_WAIT,
          seen, &timeout, NULL, 0);
}

static inline void caplens_wait_end(caplens_cell *cell, int flag) {
  __atomic_fetch_and(caplens_u64(cell, caplens_waiting_at(flag)), ~(UINT64_C(1) << cell->slot),
                     __ATOMIC_SEQ_CST);
}

/* ---- rings (Stamp, Producer, Consumer) ---------------------------------------------------------- */

#define CAPLENS_LAP_MASK (UINT64_MAX >> CAPLENS_STAMP_LAP_SHIFT)
#define CAPLENS_RING_BODY_SIZE CAPLENS_RING_SLOT_BODY_LENGTH

static inline uint64_t caplens_lap(uint64_t position) {
  return position / (uint64_t)CAPLENS_RING_SLOT_COUNT & CAPLENS_LAP_MASK;
}

static inline uint64_t caplens_stamp(uint64_t state, uint64_t owner, uint64_t deliveries, uint64_t lap) {
  return state | owner << CAPLENS_STAMP_OWNER_SHIFT | deliveries << CAPLENS_STAMP_DELIVERIES_SHIFT |
         lap << CAPLENS_STAMP_LAP_SHIFT;
}

static inline uint64_t caplens_stamp_at(uint64_t ring, uint64_t position) {
  return ring + CAPLENS_RING_STAMPS_OFFSET +
         position % (uint64_t)CAPLENS_RING_SLOT_COUNT * CAPLENS_RING_STAMP_SIZE;
}

static inline uint8_t *caplens_slot(caplens_cell *cell, uint64_t ring, uint64_t position) {
  return cell->base + ring + CAPLENS_RING_LANE_OFFSET +
         position % (uint64_t)CAPLENS_RING_SLOT_COUNT * CAPLENS_RING_SLOT_SIZE;
}

static inline int caplens_hold(caplens_cell *cell, uint64_t ring, uint64_t position, uint64_t stamp,
                               caplens_record *record) {
  uint64_t deliveries = stamp >> CAPLENS_STAMP_DELIVERIES_SHIFT & 0xff;
  uint64_t taken = caplens_stamp(CAPLENS_STAMP_STATE_TAKEN, (uint64_t)cell->slot,
                                 deliveries < 0xff ? deliveries + 1 : deliveries,
                                 stamp >> CAPLENS_STAMP_LAP_SHIFT);
  if (!caplens_cas(cell, caplens_stamp_at(ring, position), stamp, taken)) {
    return 0;
  }
  uint8_t *slot = caplens_slot(cell, ring, position);
  record->ring = ring;
  record->position = position;
  record->stamp = taken;
  record->body = slot + CAPLENS_RING_SLOT_BODY_OFFSET;
  record->bytes = caplens_once32(slot + CAPLENS_RING_SLOT_BYTES_OFFSET);
  record->type = caplens_once32(slot + CAPLENS_RING_SLOT_TYPE_OFFSET);
  caplens_add(cell, ring + CAPLENS_RING_DESCRIPTOR_TAKEN_OFFSET, 1);
  return 1;
}

/* Whether it is the stamp of a record that was given back, to be delivered again. */
static inline int caplens_is_returned(uint64_t stamp) {
  return (stamp & 0xff) == CAPLENS_STAMP_STATE_COMMITTED &&
         (stamp >> CAPLENS_STAMP_DELIVERIES_SHIFT & 0xff) != 0;
}

static inline int caplens_take_returned(caplens_cell *cell, uint64_t ring, caplens_record *record) {
  uint64_t returned = caplens_load(cell, ring + CAPLENS_RING_DESCRIPTOR_RETURNED_OFFSET);
  uint64_t *seen = &cell->returned_seen[ring == CAPLENS_OUTBOX_OFFSET];
  if (returned == *seen) {
    return 0;
  }
  for (uint64_t index = 0; index < (uint64_t)CAPLENS_RING_SLOT_COUNT; index++) {
    /* pair: committed (acquire) */
    uint64_t stamp = caplens_load(cell, caplens_stamp_at(ring, index));
    if (caplens_is_returned(stamp) && caplens_hold(cell, ring, index, stamp, record)) {
      return 1;
    }
  }
  *seen = returned;
  return 0;
}

/* Tells that the record is taken, unless its length, which a peer wrote, is outside the slot: it is held then
 * all the same. */
static inline int caplens_taken(caplens_cell *cell, const caplens_record *record) {
  if (record->bytes <= CAPLENS_RING_BODY_SIZE) {
    return 1;
  }
  return caplens_fail(cell, "body of position %llu of %s has %u bytes: a peer broke the ring",
                      (unsigned long long)record->position, cell->path, record->bytes);
}

/* Takes the next record of a ring: 1 taken, 0 empty, -1 the ring is broken. */
static inline int caplens_take(caplens_cell *cell, uint64_t ring, caplens_record *record) {
  memset(record, 0, sizeof *record);
  if (caplens_take_returned(cell, ring, record)) {
    return caplens_taken(cell, record);
  }
  for (;;) {
    uint64_t position = caplens_load(cell, ring + CAPLENS_RING_DESCRIPTOR_HEAD_OFFSET);
    /* pair: committed (acquire) */
    uint64_t stamp = caplens_load(cell, caplens_stamp_at(ring, position));
    uint64_t ahead = ((stamp >> CAPLENS_STAMP_LAP_SHIFT) - caplens_lap(position)) & CAPLENS_LAP_MASK;
    uint64_t state = stamp & 0xff;
    int is_passed = ahead == 1 || (ahead == 0 && state == CAPLENS_STAMP_STATE_TAKEN);
    if (ahead == 0 && state == CAPLENS_STAMP_STATE_COMMITTED) {
      if (caplens_hold(cell, ring, position, stamp, record)) {
        caplens_cas(cell, ring + CAPLENS_RING_DESCRIPTOR_HEAD_OFFSET, position, position + 1);
        return caplens_taken(cell, record);
      }
    } else if (ahead == 0 && state == CAPLENS_STAMP_STATE_ABORTED) {
      if (caplens_cas(cell, caplens_stamp_at(ring, position), stamp,
                      caplens_stamp(CAPLENS_STAMP_STATE_FREE, 0, 0, (stamp >> CAPLENS_STAMP_LAP_SHIFT) + 1))) {
        caplens_signal_waiters(cell, ring == CAPLENS_OUTBOX_OFFSET ? CAPLENS_FLAG_OUTBOX_SPACE : CAPLENS_FLAG_INBOX_SPACE);
      }
      is_passed = 1;
    } else if (!is_passed && position == caplens_load(cell, ring + CAPLENS_RING_DESCRIPTOR_HEAD_OFFSET)) {
      int is_waiting = ahead == 0 &&
                       (state == CAPLENS_STAMP_STATE_FREE || state == CAPLENS_STAMP_STATE_CLAIMED);
      /* The ring is full, and this record of the lap before is not done with. */
      int is_full = ahead == CAPLENS_LAP_MASK &&
                    (state == CAPLENS_STAMP_STATE_TAKEN || caplens_is_returned(stamp));
      return is_waiting || is_full ? 0
                        : caplens_fail(cell, "stamp of position %llu of %s is 0x%llx: a peer broke the ring",
                                       (unsigned long long)position, cell->path, (unsigned long long)stamp);
    }
    if (is_passed) {
      caplens_cas(cell, ring + CAPLENS_RING_DESCRIPTOR_HEAD_OFFSET, position, position + 1);
    }
  }
}

/* Gives the slot back. 0 if the record was taken away because this process has left or was taken for dead. */
static inline int caplens_release(caplens_cell *cell, const caplens_record *record, int space_flag) {
  uint64_t lap = record->stamp >> CAPLENS_STAMP_LAP_SHIFT;
  /* pair: released (release) */
  int is_done = caplens_cas(cell, caplens_stamp_at(record->ring, record->position), record->stamp,
                            caplens_stamp(CAPLENS_STAMP_STATE_FREE, 0, 0, lap + 1));
  if (is_done) {
    caplens_signal_waiters(cell, space_flag);
  }
  return is_done;
}

/* Raises the mark of the most records (Producer.raiseHighWater): the head only grows, so while even an old one makes
 * no new mark, it is not looked at. */
static inline void caplens_raise_high_water(caplens_cell *cell, uint64_t ring, uint64_t position) {
  uint64_t *head = &cell->head_seen[ring == CAPLENS_OUTBOX_OFFSET];
  uint64_t *mark = &cell->high_water_seen[ring == CAPLENS_OUTBOX_OFFSET];
  if ((int64_t)(position + 1 - *head) > (int64_t)*mark) {
    *head = caplens_load(cell, ring + CAPLENS_RING_DESCRIPTOR_HEAD_OFFSET);
    uint64_t used = position + 1 - *head;
    caplens_raise(cell, ring + CAPLENS_RING_DESCRIPTOR_HIGH_WATER_OFFSET, used);
    *mark = (int64_t)used > (int64_t)*mark ? used : *mark;
  }
}

/* Claims the next slot of a ring: 1 claimed, 0 full, -1 the ring is broken; the record is all zero then. */
static inline int caplens_claim(caplens_cell *cell, uint64_t ring, caplens_record *record) {
  memset(record, 0, sizeof *record);
  for (;;) {
    uint64_t position = caplens_load(cell, ring + CAPLENS_RING_DESCRIPTOR_TAIL_OFFSET);
    uint64_t lap = caplens_lap(position);
    /* pair: released (acquire) */
    uint64_t stamp = caplens_load(cell, caplens_stamp_at(ring, position));
    uint64_t ahead = ((stamp >> CAPLENS_STAMP_LAP_SHIFT) - lap) & CAPLENS_LAP_MASK;
    if (ahead == 0 && (stamp & 0xff) == CAPLENS_STAMP_STATE_FREE) {
      uint64_t claimed = caplens_stamp(CAPLENS_STAMP_STATE_CLAIMED, (uint64_t)cell->slot, 0, lap);
      if (caplens_cas(cell, caplens_stamp_at(ring, position), stamp, claimed)) {
        caplens_cas(cell, ring + CAPLENS_RING_DESCRIPTOR_TAIL_OFFSET, position, position + 1);
        caplens_raise_high_water(cell, ring, position);
        record->ring = ring;
        record->position = position;
        record->stamp = claimed;
        record->body = caplens_slot(cell, ring, position) + CAPLENS_RING_SLOT_BODY_OFFSET;
        return 1;
      }
    } else if (ahead <= 1) {
      caplens_cas(cell, ring + CAPLENS_RING_DESCRIPTOR_TAIL_OFFSET, position, position + 1);
    } else if (position == caplens_load(cell, ring + CAPLENS_RING_DESCRIPTOR_TAIL_OFFSET)) {
      if (ahead != CAPLENS_LAP_MASK || (stamp & 0xff) == CAPLENS_STAMP_STATE_FREE) {
        return caplens_fail(cell, "stamp of position %llu of %s is 0x%llx: a peer broke the ring",
                            (unsigned long long)position, cell->path, (unsigned long long)stamp);
      }
      caplens_add(cell, ring + CAPLENS_RING_DESCRIPTOR_REFUSED_OFFSET, 1);
      return 0;
    }
  }
}

/* Makes the record visible. 0 if the claim was taken away because this process has left or was taken for dead, -1 if the
 * body is too long. */
static inline int caplens_commit(caplens_cell *cell, const caplens_record *record, uint32_t bytes,
                                 uint32_t type, int filled_flag) {
  if (bytes > CAPLENS_RING_BODY_SIZE) {
    return caplens_fail(cell, "body of a record: expected 0 to %d bytes, got %u; put bulk data into the arena",
                        (int)CAPLENS_RING_BODY_SIZE, bytes);
  }
  uint64_t lap = record->stamp >> CAPLENS_STAMP_LAP_SHIFT;
  uint8_t *header = record->body - CAPLENS_RING_SLOT_BODY_OFFSET;
  memcpy(header + CAPLENS_RING_SLOT_BYTES_OFFSET, &bytes, 4);
  memcpy(header + CAPLENS_RING_SLOT_TYPE_OFFSET, &type, 4);
  /* pair: committed (release) */
  if (!caplens_cas(cell, caplens_stamp_at(record->ring, record->position), record->stamp,
                   caplens_stamp(CAPLENS_STAMP_STATE_COMMITTED, 0, 0, lap))) {
    return 0;
  }
  caplens_add(cell, record->ring + CAPLENS_RING_DESCRIPTOR_PUBLISHED_OFFSET, 1);
  caplens_signal(cell, filled_flag);
  return 1;
}

/* ---- Cap'n Proto structs without pointers, as records hold them --------------------------------- */

/* The data section of the root struct of a flat message, or NULL if it has fewer than `data_words` words
 * or does not lie in the message. */
static inline const uint8_t *caplens_root(const uint8_t *message, uint32_t bytes, uint32_t data_words) {
  if (bytes < 8 || bytes > CAPLENS_RING_BODY_SIZE) {
    return NULL;
  }
  uint64_t pointer = caplens_once64(message);
  int64_t offset = (int32_t)(uint32_t)pointer >> 2;
  uint64_t words = pointer >> 32 & 0xffff;
  uint64_t pointers = pointer >> 48;
  int64_t end = (1 + offset + (int64_t)words + (int64_t)pointers) * 8;
  if ((pointer & 3) != 0 || offset < 0 || words < data_words || end > (int64_t)bytes) {
    return NULL;
  }
  return message + (1 + offset) * 8;
}

/* Begins a flat message whose root has `data_words` words and `pointers` pointers, all zero. */
static inline uint8_t *caplens_init_root(uint8_t *message, uint32_t data_words, uint32_t pointers) {
  uint64_t pointer = (uint64_t)data_words << 32 | (uint64_t)pointers << 48;
  memcpy(message, &pointer, 8);
  memset(message + 8, 0, (data_words + pointers) * 8u);
  return message + 8;
}

/* ---- arena (ArenaHeap) -------------------------------------------------------------------------- */

/* The bytes that a reference means, or NULL if it does not lie in a block of its generation. */
static inline const uint8_t *caplens_resolve(caplens_cell *cell, uint32_t offset, uint32_t length,
                                             uint32_t generation) {
  uint64_t page_size = cell->size / (uint64_t)CAPLENS_ALLOCATOR_PAGE_COUNT;
  page_size = page_size < CAPLENS_ALLOCATOR_MINIMUM_PAGE_SIZE ? CAPLENS_ALLOCATOR_MINIMUM_PAGE_SIZE : page_size;
  uint64_t pages = (cell->size - CAPLENS_HEAP_OFFSET) / page_size;
  uint64_t within = (uint64_t)offset - CAPLENS_HEAP_OFFSET;
  uint64_t page = within / page_size;
  if (offset < CAPLENS_HEAP_OFFSET || within % page_size != 0 || page >= pages) {
    return NULL;
  }
  /* pair: block (acquire) */
  uint32_t word = __atomic_load_n(
      caplens_u32(cell, CAPLENS_ALLOCATOR_OFFSET + CAPLENS_ALLOCATOR_PAGE_WORDS_OFFSET + page * 4), __ATOMIC_SEQ_CST);
  uint16_t run = caplens_once16(cell->base + CAPLENS_ALLOCATOR_OFFSET + CAPLENS_ALLOCATOR_RUN_LENGTHS_OFFSET + page * 2);
  uint64_t capacity = (run < pages - page ? run : pages - page) * page_size;
  if ((word & 0x80) == 0 || word >> 8 != generation || length > capacity) {
    return NULL;
  }
  return cell->base + offset;
}

#endif
