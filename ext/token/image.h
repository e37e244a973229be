/*
** A vocabulary image: how the host tool writes it and how lookups read it.
**
** One image is one block of read-only data, made at build time from a rank
** file by ext/vocabulary/compile.c.  It holds, each section on its own
** cache lines:
**
**     bytes    the tokens' bytes, one behind the other
**     offset   where each id's bytes begin; one more at the end
**     split    the two tokens that merge into this one, as a pair, see pair.h
**     byte     the id of each single byte
**     joined   the id of each pair of bytes, or NONE
**     pair     pair -> merged id
**     word     perfect hash: bytes -> id
**     shorts   the shorts among the tokens, and
**     lines    other tokens of at most 15 bytes, see word.h (a few that find
**              their line full are left out of both)
**     bridge   which characters tokens reach over, see bridge.h
**
** The perfect hash displaces: a key's bucket gives a displacement, which with
** the key gives its one slot.  A slot is an id and a tag of the key's hash; a
** tag that matches is confirmed against `bytes`, so an answer is exact, and
** most keys that are absent cost one slot.
**
** A token's id is its rank.  Each token has one pair at most: byte-pair
** merging of its own bytes ends in that merge, and merging in any context
** reaches the token through no other pair, since no merge crosses the edges
** of bytes that end up as one token.
*/
#ifndef FTEXT_TOKEN_IMAGE_H
#define FTEXT_TOKEN_IMAGE_H

#include <stddef.h>
#include <stdint.h>

enum {
  FTEXT_IMAGE_MAGIC = 0x66743032,
  FTEXT_ID_BITS = 18,        /* ids below 2^18 */
  FTEXT_LONGEST_TOKEN = 128, /* bytes; the host tool checks it */
};

#define FTEXT_NONE    UINT32_MAX
#define FTEXT_ID_MASK ((1u << FTEXT_ID_BITS) - 1)
#define FTEXT_NO_ID   FTEXT_ID_MASK /* fits where an id does, and is none */
#define FTEXT_NO_PAIR UINT64_MAX

typedef struct ftext_hash_table {
  uint32_t displacement; /* section: uint16_t for each bucket */
  uint32_t slot;         /* section: uint32_t for each slot */
  uint32_t bucket_bits;
  uint32_t slot_bits;
} ftext_hash_table;

typedef struct ftext_image {
  uint32_t magic;
  uint32_t size; /* ids: the largest plus one */
  uint32_t bytes;
  uint32_t offset;
  uint32_t split;
  uint32_t byte;
  uint32_t joined;
  uint32_t pair;              /* section: ftext_pair_line for each line */
  uint32_t pair_displacement; /* section: uint16_t for each bucket */
  uint32_t pair_bits;         /* there are 2^pair_bits lines, and buckets */
  ftext_hash_table word;
  uint32_t shorts;
  uint32_t short_bits; /* there are 2^short_bits lines of them */
  uint32_t lines;
  uint32_t line_bits; /* there are 2^line_bits of them */
  uint32_t bridge;
  uint8_t fingerprint[32]; /* SHA-256 of the tokens, see compile.c */
} ftext_image;

/* Odd constants with well mixed bits; a product's high bits depend on all
** bits of the key. */
#define FTEXT_MIX_1 0x9E3779B97F4A7C15u
#define FTEXT_MIX_2 0xC2B2AE3D27D4EB4Fu

/* Hashes up to 16 bytes given as two words, zero-padded, and the length. */
static inline uint64_t ftext_hash_words(uint64_t low, uint64_t high,
                                        size_t length) {
  uint64_t hash = (low ^ length * FTEXT_MIX_2) * FTEXT_MIX_1;

  hash = (hash ^ hash >> 32 ^ high) * FTEXT_MIX_2;
  return hash ^ hash >> 29;
}

static inline uint32_t ftext_hash_bucket(const ftext_hash_table *table,
                                         uint64_t hash) {
  return (uint32_t)(hash >> 40) & ((1u << table->bucket_bits) - 1);
}

static inline uint32_t ftext_hash_slot(const ftext_hash_table *table,
                                       uint64_t hash, uint32_t displacement) {
  uint64_t step = hash >> 20 | 1;

  return (uint32_t)(hash + step * displacement) &
         ((1u << table->slot_bits) - 1);
}

/* The tag of a slot, above the id. */
static inline uint32_t ftext_hash_tag(uint64_t hash) {
  return (uint32_t)(hash >> 50) << FTEXT_ID_BITS;
}

#endif
