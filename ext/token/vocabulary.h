/*
** Lookups in a vocabulary image.
**
** A vocabulary is a view of an image: pointers to its sections, and how many
** of its ids count.  Every answer is exact; an id at or above `limit` is
** treated as absent (r50k_base is p50k_base without its runs of spaces).
*/
#ifndef FTEXT_TOKEN_VOCABULARY_H
#define FTEXT_TOKEN_VOCABULARY_H

#include "base/text.h"
#include "token/bridge.h"
#include "token/image.h"
#include "token/pair.h"
#include "token/word.h"

#include <string.h>

extern const ftext_image ftext_image_p50k;
extern const ftext_image ftext_image_cl100k;
extern const ftext_image ftext_image_o200k;

typedef struct ftext_vocabulary {
  const ftext_image *image;
  const uint8_t *bytes;
  const uint32_t *offset;
  const uint64_t *split;
  const uint32_t *byte;
  const uint32_t *joined;
  const uint16_t *pair_displacement;
  const ftext_pair_line *pair;
  const uint16_t *word_displacement;
  const uint32_t *word_slot;
  const ftext_short_line *shorts;
  const ftext_line *lines;
  const uint64_t *bridge;
  uint32_t pair_shift; /* 64 less the image's pair_bits */
  uint32_t limit;
} ftext_vocabulary;

/* The view of an image in which ids below `limit` count. */
ftext_vocabulary ftext_vocabulary_of(const ftext_image *image, uint32_t limit);

/* The bytes of an id below the image's size; none for an unused id. */
static inline ftext_text ftext_vocabulary_bytes(const ftext_vocabulary *words,
                                                uint32_t id) {
  return (ftext_text){words->bytes + words->offset[id],
                      words->offset[id + 1] - words->offset[id]};
}

/* Where it says what a pair merges to. */
static inline const ftext_pair_line *
ftext_vocabulary_pair(const ftext_vocabulary *words, uint64_t pair) {
  uint64_t hash = ftext_pair_hash(pair);
  uint32_t shift = words->pair_shift;

  return &words->pair[ftext_pair_place(
      hash, words->pair_displacement[ftext_pair_bucket(hash, shift)], shift)];
}

/* The token that two tokens merge to, or FTEXT_NONE. */
static inline uint32_t ftext_vocabulary_merge(const ftext_vocabulary *words,
                                              uint32_t left, uint32_t right) {
  uint64_t pair = ftext_pair(left, right);
  uint32_t id = ftext_pair_find(ftext_vocabulary_pair(words, pair), pair);

  return id < words->limit ? id : FTEXT_NONE;
}

/* The token with exactly these bytes, or FTEXT_NONE. */
uint32_t ftext_vocabulary_find(const ftext_vocabulary *words,
                               const uint8_t *text, size_t length);

#endif
