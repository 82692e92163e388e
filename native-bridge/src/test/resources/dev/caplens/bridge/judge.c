/* Says whether a process is proven dead: `judge PID START_TIME PID_NAMESPACE`. */
#include "caplens.h"

int main(int argc, char **argv) {
  if (argc < 4) {
    return 1;
  }
  printf("dead %d\n", caplens_is_dead((uint32_t)strtoul(argv[1], NULL, 0), strtoull(argv[2], NULL, 0),
                                       strtoull(argv[3], NULL, 0)));
  return 0;
}
