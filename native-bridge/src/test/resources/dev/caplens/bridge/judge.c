/* Says whether a process is proven dead: `judge PID START_TIME PID_NAMESPACE [BOOT_ID [SECONDS]]`; without a boot it is
 * one of this boot; with seconds the children of this process, not itself, are to have a clock that is as much ahead. */
#include "caplens.h"

#include <sched.h>

#ifndef CLONE_NEWTIME
#define CLONE_NEWTIME 0x80
#endif

static int set_clock_of_children(const char *seconds) {
  FILE *offsets = unshare(CLONE_NEWTIME) == 0 ? fopen("/proc/self/timens_offsets", "w") : NULL;
  return offsets == NULL || fprintf(offsets, "boottime %s 0", seconds) < 0 || fclose(offsets) != 0;
}

int main(int argc, char **argv) {
  if (argc < 4 || (argc > 5 && set_clock_of_children(argv[5]) != 0)) {
    return 1;
  }
  caplens_boot boot = argc > 4 ? caplens_parse_boot(argv[4]) : caplens_current_boot();
  printf("dead %d\n", caplens_is_dead((uint32_t)strtoul(argv[1], NULL, 0), strtoull(argv[2], NULL, 0),
                                       strtoull(argv[3], NULL, 0), boot));
  return 0;
}
