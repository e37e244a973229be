/*
** Near duplicates across splits: prompts of one split that resemble a
** prompt of another.
**
** Candidates share a band of their minhash; their exact similarity, of
** character 5-grams of the normalised texts, decides.  A prompt's minhash is
** compared with at most 32 others of each band, and its text exactly with at
** most 32 whose minhashes are not further apart than chance allows (three
** standard deviations): many prompts that resemble each other cost no more
** than n log n.  Memory: about 500 bytes and the text for
** each prompt.
*/
#ifndef FTEXT_CHECK_NEAR_H
#define FTEXT_CHECK_NEAR_H

#include "check/example.h"
#include "text/minhash.h"

#include <stdbool.h>
#include <stdint.h>

/* A distinct prompt. */
typedef struct ftext_near_prompt {
  size_t start; /* of its normalised text in `text` */
  size_t length;
  size_t id_start; /* of its first row's id, as JSON, in `text` */
  size_t id_length;
  uint64_t splits; /* a bit for each split it is in */
  int64_t rows;
  int compared; /* with how many others exactly */
  bool found;   /* it resembles a prompt of another split */
  uint8_t sketch[FTEXT_MINHASH_COUNT]; /* a byte of each of its values */
} ftext_near_prompt;

typedef struct ftext_near_bucket {
  int64_t bucket;
  uint32_t prompt;
} ftext_near_bucket;

typedef struct ftext_near {
  ftext_buffer text;
  ftext_near_prompt *prompts;
  size_t count;
  size_t capacity;
  ftext_near_bucket *buckets;
  size_t bucket_count;
  size_t bucket_capacity;
  double closest; /* the highest similarity found */
} ftext_near;

void ftext_near_init(ftext_near *near);
void ftext_near_free(ftext_near *near);

/* Adds a prompt.  FTEXT_OK or FTEXT_NO_MEMORY. */
ftext_status ftext_near_add(ftext_near *near, ftext_text prompt,
                            uint64_t splits, int64_t rows,
                            const ftext_examples *first);

/* Marks the prompts that are at least so similar to one in another split. */
ftext_status ftext_near_compare(ftext_near *near, double similarity);

#endif
