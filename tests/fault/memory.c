#include "memory.h"

#include <sqlite3.h>
#include <stdlib.h>

static sqlite3_mem_methods below;

static struct {
  long count;
  long at;
  bool sticky;
  bool met;
} fault;

static bool fails(void) {
  bool failing;

  fault.count++;
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

void fault_install(void) {
  sqlite3_mem_methods above;

  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &below);
  above = below;
  above.xMalloc = fault_malloc;
  above.xRealloc = fault_realloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &above);
}

void fault_arm(long at, bool sticky) {
  fault.count = 0;
  fault.at = at;
  fault.sticky = sticky;
  fault.met = false;
}

void fault_disarm(void) {
  fault.at = 0;
}

long fault_count(void) {
  return fault.count;
}

bool fault_met(void) {
  return fault.met;
}
