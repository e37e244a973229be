#include "memory.h"

#include <execinfo.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  FRAMES = 20,
  MOST_WAYS = 1 << 16,
  TIMES = 2,
  DEPTHS = 4096,
  MOST_OF_DEPTH = 100,
  OF_MANY = 16
};

static sqlite3_mem_methods below;

static struct {
  long total;
  long count;
  long at;
  bool sticky;
  bool met;
} fault;

/* A way is known by the hash of its return addresses.  To ask for these takes
** longer than to allocate: of allocations from one depth of the stack the
** first ones are asked, then one of many. */
static struct {
  bool watching;
  uint32_t of_depth[DEPTHS];
  uint64_t hashes[MOST_WAYS];
  uint8_t times[MOST_WAYS];
  size_t known;
  long numbers[MOST_WAYS];
  size_t count;
} ways;

static bool is_asked(void) {
  const uintptr_t depth = (uintptr_t)__builtin_frame_address(0) / 16;
  const uint32_t before = ways.of_depth[depth % DEPTHS]++;

  return before < MOST_OF_DEPTH || before % OF_MANY == 0;
}

static void note_way(void) {
  void *frames[FRAMES];
  const int depth = backtrace(frames, FRAMES);
  uint64_t hash = 0xCBF29CE484222325u;
  size_t at;
  int i;

  for (i = 0; i < depth; i++) {
    hash = (hash ^ (uint64_t)(uintptr_t)frames[i]) * 0x100000001B3u;
    hash ^= hash >> 29;
  }
  at = hash % MOST_WAYS;
  while (ways.times[at] > 0 && ways.hashes[at] != hash) {
    at = (at + 1) % MOST_WAYS;
  }
  if (ways.times[at] == TIMES) {
    return;
  }
  ways.hashes[at] = hash;
  ways.known += ways.times[at]++ == 0;
  ways.numbers[ways.count++] = fault.count;
  if (ways.count == MOST_WAYS || ways.known > MOST_WAYS / 2) {
    fprintf(stderr, "more ways to an allocation than can be told apart\n");
    exit(1);
  }
}

static bool fails(void) {
  bool failing;

  fault.total++;
  fault.count++;
  if (ways.watching && is_asked()) {
    note_way();
  }
  failing = fault.at > 0 &&
            (fault.sticky ? fault.count >= fault.at : fault.count == fault.at);
  fault.met = fault.met || failing;
  return failing;
}

static void *fault_malloc(int size) {
  return fails() ? NULL : below.xMalloc(size);
}

static void *fault_realloc(void *memory, int size) {
  return fails() ? NULL : below.xRealloc(memory, size);
}

void memory_fault_install(void) {
  sqlite3_mem_methods above;

  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &below);
  above = below;
  above.xMalloc = fault_malloc;
  above.xRealloc = fault_realloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &above);
  /* Small allocations come from the allocator too, not from a pool. */
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
}

void memory_fault_arm(long at, bool sticky) {
  fault.count = 0;
  fault.at = at;
  fault.sticky = sticky;
  fault.met = false;
}

void memory_fault_watch(void) {
  memory_fault_arm(0, false);
  memset(&ways, 0, sizeof ways);
  ways.watching = true;
}

const long *memory_fault_ways(size_t *count) {
  *count = ways.count;
  return ways.numbers;
}

void memory_fault_disarm(void) {
  fault.at = 0;
  ways.watching = false;
}

long memory_fault_count(void) {
  return fault.count;
}

long memory_fault_total(void) {
  return fault.total;
}

bool memory_fault_met(void) {
  return fault.met;
}
