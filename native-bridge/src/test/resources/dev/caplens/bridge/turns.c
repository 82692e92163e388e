/* Takes every second turn of a game in which each player sleeps until the other has signalled:
 * `turns REGION SCHEMAS TURNS`. The turn is the u64 at the trace ring. Says how often it slept in vain. */
#include "caplens.h"

int main(int argc, char **argv) {
  caplens_cell cell;
  int in_vain = 0;
  if (argc < 4 || caplens_attach(&cell, argv[1], CAPLENS_PROCESS_ROLE_MODULE, strtoull(argv[2], NULL, 0)) != 0) {
    puts(argc < 4 ? "usage" : cell.error);
    return 1;
  }
  for (uint64_t mine = 1; mine < strtoull(argv[3], NULL, 0); mine += 2) {
    while (caplens_load(&cell, CAPLENS_TRACE_OFFSET) != mine) {
      uint32_t seen = caplens_epoch(&cell, 20);
      caplens_wait_begin(&cell, 20);
      if (caplens_load(&cell, CAPLENS_TRACE_OFFSET) != mine) {
        errno = 0;
        caplens_wait(&cell, 20, seen, 30000);
        in_vain += errno == ETIMEDOUT;
      }
      caplens_wait_end(&cell, 20);
    }
    caplens_store(&cell, CAPLENS_TRACE_OFFSET, mine + 1);
    caplens_signal(&cell, 21);
  }
  printf("in vain %d\n", in_vain);
  caplens_detach(&cell, 0);
  return 0;
}
