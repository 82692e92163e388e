/* Fails to attach, again and again; tells why, and what is open afterwards that was not before; and leaves all the
 * same: `unattached REGION SCHEMAS`. */
#include "caplens.h"

#include <dirent.h>

static int count_descriptors(void) {
  int count = 0;
  DIR *folder = opendir("/proc/self/fd");
  while (folder != NULL && readdir(folder) != NULL) {
    count++;
  }
  closedir(folder);
  return count;
}

static int count_mappings(const char *path) {
  char line[8192];
  int count = 0;
  FILE *maps = fopen("/proc/self/maps", "r");
  while (maps != NULL && fgets(line, sizeof line, maps) != NULL) {
    count += strstr(line, path) != NULL;
  }
  fclose(maps);
  return count;
}

int main(int argc, char **argv) {
  caplens_cell cell;
  int before = count_descriptors();
  if (argc < 3) {
    puts("usage");
    return 1;
  }
  for (int i = 0; i < 20; i++) {
    if (caplens_attach(&cell, argv[1], CAPLENS_PROCESS_ROLE_MODULE, strtoull(argv[2], NULL, 0)) == 0) {
      puts("attached");
      return 1;
    }
  }
  printf("%s\ndescriptors %d, mappings %d\n", cell.error, count_descriptors() - before, count_mappings(argv[1]));
  caplens_unregister(&cell);
  caplens_leave(&cell);
  caplens_detach(&cell, 1);
  return 0;
}
