/* Attaches, and lets its first thread end while another one goes on: `leaderless REGION SCHEMAS`. */
#include "caplens.h"

#include <pthread.h>

static void *go_on(void *nothing) {
  pause();
  return nothing;
}

int main(int argc, char **argv) {
  caplens_cell cell;
  pthread_t other;
  if (argc < 3 || caplens_attach(&cell, argv[1], CAPLENS_PROCESS_ROLE_MODULE, strtoull(argv[2], NULL, 0)) != 0 ||
      pthread_create(&other, NULL, go_on, NULL) != 0) {
    puts(argc < 3 ? "usage" : cell.error);
    return 1;
  }
  printf("slot %d\n", cell.slot);
  fflush(stdout);
  pthread_exit(NULL);
}
