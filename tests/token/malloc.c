/*
** SQLite's allocator from the C library's, for programs that are linked
** without SQLite: there is none for a processor that is emulated.
*/
#include <sqlite3.h>
#include <stdlib.h>

void *sqlite3_realloc64(void *memory, sqlite3_uint64 size) {
  return realloc(memory, size);
}

void sqlite3_free(void *memory) {
  free(memory);
}
