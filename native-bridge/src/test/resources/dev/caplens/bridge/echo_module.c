/* Answers every number of the inbox in the outbox until it gets -1: `echo_module REGION SCHEMAS NAME`.
 * With a fourth argument it takes one record, says so, and keeps it until it is killed. */
#include "caplens.h"

static void await_flag(caplens_cell *cell, int flag, uint32_t seen) {
  caplens_wait(cell, flag, seen, 10);
  caplens_wait_end(cell, flag);
}

/* Takes the next record; sleeps while there is none. */
static int take(caplens_cell *cell, caplens_record *job) {
  for (;;) {
    uint32_t seen = caplens_epoch(cell, CAPLENS_FLAG_INBOX);
    caplens_wait_begin(cell, CAPLENS_FLAG_INBOX);
    int taken = caplens_take(cell, CAPLENS_INBOX_OFFSET, job);
    if (taken != 0) {
      caplens_wait_end(cell, CAPLENS_FLAG_INBOX);
      return taken;
    }
    await_flag(cell, CAPLENS_FLAG_INBOX, seen);
  }
}

static int answer(caplens_cell *cell, const caplens_record *job) {
  caplens_record result;
  for (;;) {
    uint32_t seen = caplens_epoch(cell, CAPLENS_FLAG_OUTBOX_SPACE);
    caplens_wait_begin(cell, CAPLENS_FLAG_OUTBOX_SPACE);
    int claimed = caplens_claim(cell, CAPLENS_OUTBOX_OFFSET, &result);
    if (claimed != 0) {
      caplens_wait_end(cell, CAPLENS_FLAG_OUTBOX_SPACE);
      if (claimed < 0) {
        return claimed;
      }
      break;
    }
    await_flag(cell, CAPLENS_FLAG_OUTBOX_SPACE, seen);
  }
  memcpy(result.body, job->body, job->bytes);
  return caplens_commit(cell, &result, job->bytes, job->type + 1, CAPLENS_FLAG_OUTBOX);
}

static int work(caplens_cell *cell) {
  caplens_record job;
  for (;;) {
    int64_t number;
    int taken = take(cell, &job);
    if (taken < 0) {
      return -1;
    }
    caplens_count(cell, CAPLENS_HEADER_IN_FLIGHT_OFFSET, 1);
    memcpy(&number, job.body, 8);
    if (number == -1) {
      return caplens_release(cell, &job, CAPLENS_FLAG_INBOX_SPACE) - 1;
    }
    if (answer(cell, &job) != 1 || caplens_release(cell, &job, CAPLENS_FLAG_INBOX_SPACE) != 1) {
      return -1;
    }
    caplens_count(cell, CAPLENS_HEADER_IN_FLIGHT_OFFSET, (uint64_t)-1);
    caplens_count(cell, CAPLENS_HEADER_DONE_OFFSET, 1);
  }
}

int main(int argc, char **argv) {
  caplens_cell cell;
  if (argc < 4 || caplens_attach(&cell, argv[1], CAPLENS_PROCESS_ROLE_MODULE, strtoull(argv[2], NULL, 0)) != 0 ||
      caplens_register(&cell, argv[3]) < 0) {
    puts(argc < 4 ? "usage" : cell.error);
    return 1;
  }
  printf("slot %d module %d\n", cell.slot, cell.module);
  fflush(stdout);
  if (argc > 4) {
    caplens_record job;
    printf("holds %d\n", take(&cell, &job));
    fflush(stdout);
    pause();
  }
  if (work(&cell) != 0) {
    puts(cell.error);
    return 1;
  }
  caplens_unregister(&cell);
  caplens_detach(&cell, 0);
  return 0;
}
