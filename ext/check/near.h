/*
** Near duplicates across splits: prompts of one split that resemble a
** prompt of another.
**
** Candidates share a band of their minhash; their exact similarity, of
** character 5-grams of the normalised texts, decides.  A prompt's minhash is
** compared with at most 32 of other splits in each band, and its text exactly
** with at most 32 whose minhashes are not further apart than chance allows
** (three standard deviations): many prompts that resemble each other cost no
** more than n log n.  Memory: about 500 bytes and the text for each prompt.
*/
#ifndef FTEXT_CHECK_NEAR_H
#define FTEXT_CHECK_NEAR_H

#include "check/example.h"
#include "text/minhash.h"
#include "text/shingle.h"

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

/* A prompt in the band that is being compared. */
typedef struct ftext_near_bucket {
  int64_t bucket;
  uint64_t splits;
  uint32_t prompt;
} ftext_near_bucket;

typedef struct ftext_near {
  ftext_buffer text;
  ftext_near_prompt *prompts;
  size_t count;
  size_t capacity;
  int64_t *buckets; /* FTEXT_BANDS_DEFAULT of each prompt */
  size_t bucket_capacity;
  double closest; /* the highest similarity found */

  /* Where the comparing is: in a band, whose prompts are sorted by bucket
  ** and splits, at one prompt of a bucket, before another one of it. */
  int band;
  ftext_near_bucket *sorted;
  size_t sorted_count;
  size_t start; /* of the bucket */
  size_t end;
  size_t at;         /* the one */
  size_t same_start; /* of those that are in its split alone, as it is */
  size_t same_end;
  size_t other;
  int compared;          /* with how many in this bucket */
  ftext_shingle_set own; /* of the one, made when it is first needed */
} ftext_near;

void ftext_near_init(ftext_near *near);
void ftext_near_free(ftext_near *near);

/* Adds a prompt.  FTEXT_OK or FTEXT_NO_MEMORY. */
ftext_status ftext_near_add(ftext_near *near, ftext_text prompt,
                            uint64_t splits, int64_t rows,
                            const ftext_examples *first);

/* Does a part of the comparing, which marks the prompts that are at least so
** similar to one in another split: as much as takes some milliseconds, or
** one comparison where the two are longer.  *more is whether something is
** left.  FTEXT_OK or FTEXT_NO_MEMORY. */
ftext_status ftext_near_compare(ftext_near *near, double similarity,
                                bool *more);

#endif
