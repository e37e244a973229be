/*
** Merging many bytes by the definition, with a heap.
*/
#ifndef FTEXT_TOKEN_MERGE_H
#define FTEXT_TOKEN_MERGE_H

#include "base/memory.h"
#include "token/merge_few.h"

/* Memory for merging many bytes, used again from call to call. */
typedef struct ftext_merge_scratch {
  struct ftext_merge_part *parts;
  size_t part_capacity;
  uint64_t *heap;
  size_t heap_capacity;
  uint32_t *ids; /* the result of the last call */
  size_t id_capacity;
} ftext_merge_scratch;

/* Merges any number of bytes below 2^31 in O(n log n).  The tokens are in
** scratch->ids, *count of them.  FTEXT_OK or FTEXT_NO_MEMORY. */
ftext_status ftext_merge_many(const ftext_vocabulary *words,
                              const uint8_t *text, size_t length,
                              ftext_merge_scratch *scratch, size_t *count);

void ftext_merge_scratch_free(ftext_merge_scratch *scratch);

#endif
