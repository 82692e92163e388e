/*
 * A module of the demo in C: takes jobs from the inbox, counts lines and words and computes the
 * CRC-32C of a chunk where it stands, gives the result to the outbox.
 *
 * usage: demo_module REGION NAME
 */
#include "caplens.h"

#include <signal.h>

#include "caplens_jobs.h"

#define WAIT_MILLIS 200
#define JOB_REQUEST_TYPE ((uint32_t)CAPLENS_JOB_REQUEST_TYPE_ID)
#define JOB_RESULT_TYPE ((uint32_t)CAPLENS_JOB_RESULT_TYPE_ID)
#define JOB_RESULT_BYTES (8u * (1u + CAPLENS_JOB_RESULT_DATA_WORDS + CAPLENS_JOB_RESULT_POINTERS))

typedef struct counts {
  uint64_t lines;
  uint64_t words;
  int joins_word;
  int leaves_word;
  int is_neutral;
  uint32_t crc32c;
} counts;

/* What a byte does to words, as `LC_ALL=C wc` sees it. */
enum { NEUTRAL, PRINTABLE, BLANK };
static uint8_t class_of[256];
static uint32_t crc_table[8][256];

static void make_tables(void) {
  for (int value = 0; value < 256; value++) {
    int is_blank = value == ' ' || (value >= '\t' && value <= '\r');
    class_of[value] = is_blank ? BLANK : value > ' ' && value < 0x7f ? PRINTABLE : NEUTRAL;
    uint32_t remainder = (uint32_t)value;
    for (int bit = 0; bit < 8; bit++) {
      remainder = remainder >> 1 ^ ((remainder & 1) ? 0x82f63b78u : 0);
    }
    crc_table[0][value] = remainder;
  }
  for (int slice = 1; slice < 8; slice++) {
    for (int value = 0; value < 256; value++) {
      uint32_t before = crc_table[slice - 1][value];
      crc_table[slice][value] = crc_table[0][before & 0xff] ^ before >> 8;
    }
  }
}

static uint32_t crc32c(const uint8_t *bytes, uint32_t length) {
  uint32_t crc = UINT32_MAX;
  uint32_t at = 0;
  for (; at + 8 <= length; at += 8) {
    uint64_t word;
    memcpy(&word, bytes + at, 8);
    word ^= crc;
    crc = crc_table[7][word & 0xff] ^ crc_table[6][word >> 8 & 0xff] ^ crc_table[5][word >> 16 & 0xff] ^
          crc_table[4][word >> 24 & 0xff] ^ crc_table[3][word >> 32 & 0xff] ^
          crc_table[2][word >> 40 & 0xff] ^ crc_table[1][word >> 48 & 0xff] ^ crc_table[0][word >> 56];
  }
  for (; at < length; at++) {
    crc = crc_table[0][(crc ^ bytes[at]) & 0xff] ^ crc >> 8;
  }
  return ~crc;
}

static counts count(const uint8_t *bytes, uint32_t length) {
  counts found = {0, 0, 0, 0, 1, 0};
  unsigned is_open = 0;
  for (uint32_t at = 0; at < length; at++) {
    unsigned is_printable = class_of[bytes[at]] == PRINTABLE;
    unsigned is_blank = class_of[bytes[at]] == BLANK;
    found.lines += bytes[at] == '\n';
    found.words += is_printable & ~is_open;
    is_open = (is_open | is_printable) & !is_blank;
  }
  for (uint32_t at = 0; at < length && found.is_neutral; at++) {
    found.is_neutral = class_of[bytes[at]] == NEUTRAL;
    found.joins_word = class_of[bytes[at]] == PRINTABLE;
  }
  found.leaves_word = (int)is_open;
  found.crc32c = crc32c(bytes, length);
  return found;
}

static void store(uint8_t *data, uint32_t offset, const void *value, size_t bytes) {
  memcpy(data + offset, value, bytes);
}

static void store_bit(uint8_t *data, uint32_t bit, int value) {
  data[bit / 8] |= (uint8_t)((value != 0) << bit % 8);
}

static void write_result(uint8_t *body, uint64_t id, uint64_t bytes, const counts *found) {
  uint16_t outcome = found == NULL ? CAPLENS_OUTCOME_STALE : CAPLENS_OUTCOME_DONE;
  uint8_t *data = caplens_init_root(body, CAPLENS_JOB_RESULT_DATA_WORDS, CAPLENS_JOB_RESULT_POINTERS);
  store(data, CAPLENS_JOB_RESULT_ID_OFFSET, &id, 8);
  store(data, CAPLENS_JOB_RESULT_OUTCOME_OFFSET, &outcome, 2);
  if (found != NULL) {
    store(data, CAPLENS_JOB_RESULT_LINES_OFFSET, &found->lines, 8);
    store(data, CAPLENS_JOB_RESULT_WORDS_OFFSET, &found->words, 8);
    store(data, CAPLENS_JOB_RESULT_BYTES_OFFSET, &bytes, 8);
    store(data, CAPLENS_JOB_RESULT_CRC32C_OFFSET, &found->crc32c, 4);
    store_bit(data, CAPLENS_JOB_RESULT_JOINS_WORD_BIT, found->joins_word);
    store_bit(data, CAPLENS_JOB_RESULT_LEAVES_WORD_BIT, found->leaves_word);
    store_bit(data, CAPLENS_JOB_RESULT_IS_NEUTRAL_BIT, found->is_neutral);
  }
}

/* Waits for what moves `flag`; 0 if there is nothing more to wait for. */
static int wait_for(caplens_cell *cell, int flag, uint32_t seen) {
  caplens_beat(cell);
  if (!caplens_is_intact(cell)) {
    return 0;
  }
  caplens_wait(cell, flag, seen, WAIT_MILLIS);
  caplens_count(cell, CAPLENS_HEADER_WAKE_UPS_OFFSET, 1);
  return 1;
}

static int take(caplens_cell *cell, caplens_record *record) {
  for (;;) {
    int taken = caplens_take(cell, CAPLENS_INBOX_OFFSET, record);
    if (taken != 0) {
      return taken;
    }
    if (caplens_epoch(cell, CAPLENS_FLAG_SHUTDOWN) != 0) {
      return 0;
    }
    uint32_t seen = caplens_epoch(cell, CAPLENS_FLAG_INBOX);
    caplens_wait_begin(cell, CAPLENS_FLAG_INBOX);
    taken = caplens_take(cell, CAPLENS_INBOX_OFFSET, record);
    int goes_on = taken != 0 || caplens_epoch(cell, CAPLENS_FLAG_SHUTDOWN) != 0 ||
                  wait_for(cell, CAPLENS_FLAG_INBOX, seen);
    caplens_wait_end(cell, CAPLENS_FLAG_INBOX);
    if (taken != 0) {
      return taken;
    }
    if (!goes_on) {
      return -1;
    }
  }
}

static int claim(caplens_cell *cell, caplens_record *record) {
  for (;;) {
    uint32_t seen = caplens_epoch(cell, CAPLENS_FLAG_OUTBOX_SPACE);
    caplens_wait_begin(cell, CAPLENS_FLAG_OUTBOX_SPACE);
    int claimed = caplens_claim(cell, CAPLENS_OUTBOX_OFFSET, record);
    int goes_on = claimed != 0 || wait_for(cell, CAPLENS_FLAG_OUTBOX_SPACE, seen);
    caplens_wait_end(cell, CAPLENS_FLAG_OUTBOX_SPACE);
    if (claimed != 0 || !goes_on) {
      return claimed != 0 ? claimed : -1;
    }
  }
}

static int work(caplens_cell *cell) {
  caplens_record job;
  caplens_record result;
  int taken;
  while ((taken = take(cell, &job)) > 0) {
    const uint8_t *data = caplens_root(job.body, job.bytes, CAPLENS_JOB_REQUEST_DATA_WORDS);
    if (job.type != JOB_REQUEST_TYPE || data == NULL) {
      return caplens_fail(cell, "a record of the inbox of %s is no JobRequest", cell->path);
    }
    caplens_count(cell, CAPLENS_HEADER_IN_FLIGHT_OFFSET, 1);
    uint64_t id = caplens_once64(data + CAPLENS_JOB_REQUEST_ID_OFFSET);
    uint32_t length = caplens_once32(data + CAPLENS_JOB_REQUEST_LENGTH_OFFSET);
    const uint8_t *chunk =
        caplens_resolve(cell, caplens_once32(data + CAPLENS_JOB_REQUEST_OFFSET_OFFSET), length,
                        caplens_once32(data + CAPLENS_JOB_REQUEST_GENERATION_OFFSET));
    counts found;
    if (chunk != NULL) {
      found = count(chunk, length);
    }
    if (claim(cell, &result) < 0) {
      return -1;
    }
    write_result(result.body, id, length, chunk == NULL ? NULL : &found);
    if (caplens_commit(cell, &result, JOB_RESULT_BYTES, JOB_RESULT_TYPE, CAPLENS_FLAG_OUTBOX) != 1 ||
        !caplens_release(cell, &job, CAPLENS_FLAG_INBOX_SPACE)) {
      return caplens_fail(cell, "the kernel of %s took this module for dead, or a peer took its job; the job is done again",
                          cell->path);
    }
    caplens_count(cell, CAPLENS_HEADER_IN_FLIGHT_OFFSET, UINT64_MAX);
    caplens_count(cell, chunk == NULL ? CAPLENS_HEADER_FAILED_OFFSET : CAPLENS_HEADER_DONE_OFFSET, 1);
  }
  return taken;
}

static void on_bus_error(int number) {
  static const char text[] =
      "caplens: C module: the region was truncated from outside; nothing in it can be trusted any more\n";
  (void)number;
  ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
  (void)ignored;
  _exit(1);
}

int main(int count_of_arguments, char **arguments) {
  caplens_cell cell;
  if (count_of_arguments != 3) {
    fprintf(stderr, "usage: %s REGION NAME\n", arguments[0]);
    return 2;
  }
  signal(SIGBUS, on_bus_error);
  make_tables();
  if (caplens_attach(&cell, arguments[1], CAPLENS_PROCESS_ROLE_MODULE, CAPLENS_SCHEMA_HASH) != 0) {
    fprintf(stderr, "caplens: C module %s: %s\n", arguments[2], cell.error);
    return 1;
  }
  int code = caplens_register(&cell, arguments[2]) < 0 ? -1 : work(&cell);
  int is_orphan = caplens_is_owner_dead(&cell);
  if (code != 0) {
    fprintf(stderr, "caplens: C module %s: %s\n", arguments[2], cell.error);
  }
  if (code == 0) {
    caplens_unregister(&cell); /* else the kernel finds it lost */
  }
  caplens_detach(&cell, is_orphan);
  return code == 0 ? 0 : 1;
}
