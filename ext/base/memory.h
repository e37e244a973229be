/*
** Memory, and how pure code says that something went wrong.
**
** Pure files (no SQLite in them) allocate here, so that SQLite's heap
** limit, its memory statistics and the tests' fault injection see every
** byte.  ftext_grow() is the one place where an array gets longer.
*/
#ifndef FTEXT_BASE_MEMORY_H
#define FTEXT_BASE_MEMORY_H

#include <stddef.h>

typedef enum ftext_status {
  FTEXT_OK = 0,
  FTEXT_NO_MEMORY, /* an allocation failed */
  FTEXT_TOO_BIG,   /* a result would pass SQLite's length limit */
  FTEXT_INVALID    /* the input breaks a rule; the caller says which */
} ftext_status;

/* As realloc(): NULL when there is no memory, and `memory` is untouched.
** A size of 0 is not allowed. */
void *ftext_resize(void *memory, size_t size);

/* As free(): NULL is allowed. */
void ftext_release(void *memory);

/* Makes room for at least `count` items of `item_size` bytes in *array,
** which holds *capacity of them (both 0 at first).  Grows by doubling, so
** that appending n items costs O(n).  FTEXT_OK or FTEXT_NO_MEMORY, and
** then nothing has changed. */
ftext_status ftext_grow(void **array, size_t *capacity, size_t count,
                        size_t item_size);

#endif
