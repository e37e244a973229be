/*
** Bridges: whether any token reaches from one character into the next.
**
** Where none does, no merge can cross the place between the two characters,
** so that what stands before it and what stands behind it can be counted
** apart.  Most pairs of characters beyond ASCII are such; so long words, and
** scripts without spaces, fall into parts that come again and again.
**
** A filter of hashed bits knows the pairs that tokens hold, and the pairs of
** a character and the first byte of the next.  Tokens that begin inside a
** character are told by its last byte and the next one's first.  A bit may be
** set for a pair that no token bridges: then a place is not used, which
** changes no count.
*/
#ifndef FTEXT_TOKEN_BRIDGE_H
#define FTEXT_TOKEN_BRIDGE_H

#include "token/image.h"

#include <stdbool.h>
#include <string.h>

enum {
  FTEXT_BRIDGE_BITS = 18,                  /* the filter has 2^18 bits */
  FTEXT_BRIDGE_WORDS = 1 << (18 - 6),      /* of 64 bits each, and then */
  FTEXT_BRIDGE_SIZE = (1 << (18 - 6)) + 64 /* a word for each last byte */
};

/* A character's bytes as a number; four can be read. */
static inline uint32_t ftext_bridge_bytes(const uint8_t *bytes, size_t length) {
  uint32_t value;

  memcpy(&value, bytes, sizeof value);
  return value & UINT32_MAX >> (32 - 8 * length);
}

/* Which bit of the filter tells about these two. */
static inline uint32_t ftext_bridge_bit(uint32_t left, uint32_t right) {
  return (uint32_t)(((uint64_t)left << 32 | right) * FTEXT_MIX_1 >>
                    (64 - FTEXT_BRIDGE_BITS));
}

static inline uint64_t ftext_bridge_has(const uint64_t *bridge, uint32_t left,
                                        uint32_t right) {
  uint32_t bit = ftext_bridge_bit(left, right);

  return bridge[bit / 64] >> bit % 64;
}

/* Whether a token may reach over the place between two characters beyond
** ASCII, given as numbers, of which the left one ends with this byte. */
static inline bool ftext_bridged(const uint64_t *bridge, uint32_t left,
                                 uint8_t last, uint32_t right) {
  uint8_t first = (uint8_t)right;

  return ((ftext_bridge_has(bridge, left, right) |
           ftext_bridge_has(bridge, left, first) |
           bridge[FTEXT_BRIDGE_WORDS + last % 64] >> first % 64) &
          1) != 0;
}

#endif
