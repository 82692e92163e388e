/* Does what it is told, one word a line, and answers each with a line: `steps REGION SCHEMAS NAME`. */
#include "caplens.h"

int main(int argc, char **argv) {
  caplens_cell cell;
  caplens_record record;
  char step[32];
  if (argc < 4 || caplens_attach(&cell, argv[1], CAPLENS_PROCESS_ROLE_MODULE, strtoull(argv[2], NULL, 0)) != 0 ||
      caplens_register(&cell, argv[3]) < 0) {
    puts(argc < 4 ? "usage" : cell.error);
    return 1;
  }
  printf("slot %d module %d\n", cell.slot, cell.module);
  fflush(stdout);
  while (scanf("%31s", step) == 1) {
    int answer = 0;
    if (strcmp(step, "take") == 0) {
      answer = caplens_take(&cell, CAPLENS_INBOX_OFFSET, &record);
    } else if (strcmp(step, "claim") == 0) {
      answer = caplens_claim(&cell, CAPLENS_OUTBOX_OFFSET, &record);
    } else if (strcmp(step, "unregister") == 0) {
      caplens_unregister(&cell);
    } else if (strcmp(step, "leave") == 0) {
      caplens_leave(&cell);
    } else if (strcmp(step, "detach") == 0) {
      caplens_detach(&cell, 0);
    }
    printf("%s %d\n", step, answer);
    fflush(stdout);
  }
  return 0;
}
