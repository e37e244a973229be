/*
** Perfect hashes: every key has its own slot, found by its bucket's
** displacement.  Lookups: ext/token/image.h.
*/
#ifndef FTEXT_VOCABULARY_PERFECT_H
#define FTEXT_VOCABULARY_PERFECT_H

#include "token/image.h"

typedef struct perfect {
  uint32_t bucket_bits;
  uint32_t slot_bits;
  uint16_t *displacement;
  uint32_t *slot;
} perfect;

typedef struct perfect_key {
  uint64_t hash;
  uint32_t id;
  uint32_t bucket;
} perfect_key;

/* Builds the hash of `count` keys, whose hash and id are set; stops the
** build where two keys cannot be told apart. */
void build_perfect(perfect *out, perfect_key *keys, uint32_t count);

#endif
