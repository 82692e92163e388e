/*
 * Looks at a region with nothing but the specification in hand: absolute addresses are file offsets.
 * Prints what it finds, one `name value` a line.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static FILE *file;

static uint64_t number(uint64_t address, int bytes) {
  uint8_t raw[8] = {0};
  uint64_t value = 0;
  if (fseek(file, (long)address, SEEK_SET) != 0 || fread(raw, 1, (size_t)bytes, file) != (size_t)bytes) {
    printf("unreadable %llx\n", (unsigned long long)address);
    return 0;
  }
  for (int i = bytes - 1; i >= 0; i--) {
    value = value << 8 | raw[i];
  }
  return value;
}

static void text(const char *name, uint64_t address, int bytes) {
  char raw[64] = {0};
  fseek(file, (long)address, SEEK_SET);
  if (fread(raw, 1, (size_t)bytes, file) == (size_t)bytes) {
    printf("%s %s\n", name, raw);
  }
}

int main(int count, char **arguments) {
  if (count != 2 || (file = fopen(arguments[1], "rb")) == NULL) {
    return 2;
  }
  text("magic", 0x01001A40, 8);
  printf("major %llu\n", (unsigned long long)number(0x01001A48, 2));
  printf("base %llx\n", (unsigned long long)number(0x01001A60, 8));
  printf("size %llu\n", (unsigned long long)number(0x01001A68, 8));
  for (uint64_t entry = 0x01000140; entry < 0x01000140 + 64 * 96; entry += 96) {
    if ((number(entry, 8) & 0xff) != 0) {
      printf("state %llu\n", (unsigned long long)(number(entry, 8) & 0xff));
      text("module", entry + 64, 32);
    }
  }
  printf("inbox tail %llu\n", (unsigned long long)number(0x01050080, 8));
  printf("inbox head %llu\n", (unsigned long long)number(0x01050100, 8));
  printf("outbox tail %llu\n", (unsigned long long)number(0x010D0080, 8));
  printf("outbox head %llu\n", (unsigned long long)number(0x010D0100, 8));
  printf("flips %llu\n", (unsigned long long)(number(0x01161000, 8) != 0));
  return 0;
}
