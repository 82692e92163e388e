/* Looks at the file of a region with nothing but the specification's absolute addresses:
 * `naked_region FILE ARENA_ADDRESS`. No header of Caplens is used here, on purpose. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int file;

static void read_at(uint64_t address, void *target, size_t bytes) {
  if (pread(file, target, bytes, (off_t)address) != (ssize_t)bytes) {
    printf("nothing at 0x%llx\n", (unsigned long long)address);
    exit(1);
  }
}

static unsigned long long word(uint64_t address) {
  uint64_t value;
  read_at(address, &value, 8);
  return value;
}

int main(int argc, char **argv) {
  char text[33] = {0};
  if (argc < 3 || (file = open(argv[1], O_RDONLY)) < 0) {
    return 1;
  }
  read_at(0x01001A40, text, 8);
  printf("magic %s\n", text);
  printf("state %llu\n", word(0x01001A40 + 128) & 0xff);
  printf("owner %llu\n", word(0x01001A40 + 136) & 0xffffffff);
  for (int entry = 0; entry < 64; entry++) {
    uint64_t at = 0x01000140 + (uint64_t)entry * 96;
    if ((word(at) & 0xff) != 0) {
      read_at(at + 64, text, 32);
      printf("module %d state %llu slot %llu name %s\n", entry, word(at) & 0xff, word(at) >> 8 & 0xff, text);
    }
  }
  printf("inbox tail %llu head %llu\n", word(0x01050000 + 128), word(0x01050000 + 256));
  printf("outbox tail %llu head %llu\n", word(0x010D0000 + 128), word(0x010D0000 + 256));
  printf("inbox epoch %llu\n", word(0x01000000) & 0xffffffff);
  printf("first stamp of inbox 0x%llx\n", word(0x01050000 + 0x1000));
  printf("first body of inbox %lld\n", (long long)word(0x01050000 + 0x10000 + 8));
  read_at(strtoull(argv[2], NULL, 0), text, 5);
  text[5] = 0;
  printf("arena %s\n", text);
  return 0;
}
