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
#include "token/image.h"
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
  const uint32_t *pair_slot;
  const uint16_t *word_displacement;
  const uint32_t *word_slot;
  const ftext_line *lines;
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

/* The token that two tokens merge to, or FTEXT_NONE. */
static inline uint32_t ftext_vocabulary_merge(const ftext_vocabulary *words,
                                              uint32_t left, uint32_t right) {
  const ftext_hash_table *table = &words->image->pair;
  uint64_t key = ftext_pair_key(left, right);
  uint64_t hash = ftext_hash_pair(key);
  uint32_t bucket = ftext_hash_bucket(table, hash);
  uint32_t slot = words->pair_slot[ftext_hash_slot(
      table, hash, words->pair_displacement[bucket])];
  uint32_t id = slot & FTEXT_ID_MASK;

  if (slot != (ftext_hash_tag(hash) | id) || id >= words->limit ||
      words->split[id] != key) {
    return FTEXT_NONE;
  }
  return id;
}

/* The token with exactly these bytes, or FTEXT_NONE. */
uint32_t ftext_vocabulary_find(const ftext_vocabulary *words,
                               const uint8_t *text, size_t length);

#endif
