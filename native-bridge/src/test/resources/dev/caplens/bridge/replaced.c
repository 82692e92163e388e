/* Removes a region whose name another one takes between the look at it and the move, and, with a third argument, a
 * third one after the move: `replaced REGION SCHEMAS [third]`. */
#define _GNU_SOURCE
#include <stdio.h>

static int is_contested;

static int write_file(const char *path, const char *text) {
  FILE *file = fopen(path, "w");
  return file == NULL || fputs(text, file) < 0 || fclose(file) != 0;
}

static int replacing_rename(const char *from, const char *to) {
  if (remove(from) != 0 || write_file(from, "second") || rename(from, to) != 0) {
    return -1;
  }
  return is_contested ? write_file(from, "third") : 0;
}

#define rename replacing_rename
#include "caplens.h"

int main(int argc, char **argv) {
  caplens_cell cell;
  if (argc < 3 || caplens_attach(&cell, argv[1], CAPLENS_PROCESS_ROLE_MODULE, strtoull(argv[2], NULL, 0)) != 0) {
    puts(argc < 3 ? "usage" : cell.error);
    return 1;
  }
  is_contested = argc > 3;
  caplens_remove(&cell);
  caplens_detach(&cell, 0);
  return 0;
}
