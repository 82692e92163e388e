/* Prints what a Java program wrote into a region, by the offsets of the generated header. */
#include "layouts.h"
#include <stdio.h>
#include <string.h>

#define LOAD(type, name, offset) \
  type name;                     \
  memcpy(&name, bytes + (offset), sizeof name)

int main(int argc, char **argv) {
  static unsigned char bytes[GOLDEN_HEADER_SIZE];
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL || fread(bytes, 1, sizeof bytes, file) != sizeof bytes) {
    fprintf(stderr, "cannot read %d bytes\n", (int)sizeof bytes);
    return 1;
  }
  LOAD(uint64_t, magic, GOLDEN_HEADER_MAGIC_OFFSET);
  LOAD(uint32_t, state, GOLDEN_HEADER_STATE_OFFSET);
  LOAD(int32_t, generation, GOLDEN_HEADER_GENERATION_OFFSET);
  LOAD(uint16_t, kind, GOLDEN_HEADER_KIND_OFFSET);
  LOAD(uint8_t, level, GOLDEN_HEADER_LEVEL_OFFSET);
  LOAD(double, mean, GOLDEN_HEADER_MEAN_OFFSET);
  LOAD(uint64_t, start, GOLDEN_HEADER_OWNER_START_TIME_OFFSET);
  LOAD(uint32_t, pid, GOLDEN_HEADER_OWNER_PID_OFFSET);
  int sealed = bytes[GOLDEN_HEADER_SEALED_BIT / 8] >> GOLDEN_HEADER_SEALED_BIT % 8 & 1;
  printf("%llx %u %d %s %u %g %llu %d %u\n", (unsigned long long)magic, state, generation,
         kind == GOLDEN_KIND_MODULE ? "module" : "kernel", level, mean, (unsigned long long)start,
         sealed, pid);
  return fclose(file);
}
