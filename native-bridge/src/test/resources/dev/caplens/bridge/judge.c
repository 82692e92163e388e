/* Says whether a process is proven dead: `judge PID START_TIME PID_NAMESPACE [BOOT_ID]`; without the last, it is one
 * of this boot. */
#include "caplens.h"

int main(int argc, char **argv) {
  if (argc < 4) {
    return 1;
  }
  caplens_boot boot = argc > 4 ? caplens_parse_boot(argv[4]) : caplens_current_boot();
  printf("dead %d\n", caplens_is_dead((uint32_t)strtoul(argv[1], NULL, 0), strtoull(argv[2], NULL, 0),
                                       strtoull(argv[3], NULL, 0), boot));
  return 0;
}
