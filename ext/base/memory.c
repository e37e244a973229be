#include "base/memory.h"

#include "base/sqlite.h"

#include <stdint.h>

void *ftext_resize(void *memory, size_t size) {
  return sqlite3_realloc64(memory, size);
}

void ftext_release(void *memory) {
  sqlite3_free(memory);
}

ftext_status ftext_grow(void **array, size_t *capacity, size_t count,
                        size_t item_size) {
  size_t wanted = *capacity < 16 ? 16 : *capacity;
  void *grown;

  if (count <= *capacity) {
    return FTEXT_OK;
  }
  while (wanted < count) {
    if (wanted > SIZE_MAX / 2) {
      return FTEXT_NO_MEMORY;
    }
    wanted *= 2;
  }
  if (wanted > SIZE_MAX / item_size) {
    return FTEXT_NO_MEMORY;
  }
  grown = ftext_resize(*array, wanted * item_size);
  if (grown == NULL) {
    return FTEXT_NO_MEMORY;
  }
  *array = grown;
  *capacity = wanted;
  return FTEXT_OK;
}
