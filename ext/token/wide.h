/*
** Blocks with characters beyond ASCII.
**
** In a wide block bit i of a set tells about character i.  Sets of bytes
** become sets of characters by leaving out the bits of all but first bytes,
** so that one algebra (boundary.h) cuts all scripts; what it finds is spread
** out to bytes again.  Each is one instruction where there is BMI2; elsewhere
** there are no wide blocks, and the matchers cut such text.
*/
#ifndef FTEXT_TOKEN_WIDE_H
#define FTEXT_TOKEN_WIDE_H

#include "base/character.h"
#include "token/block.h"
#include "token/bridge.h"

#ifdef __BMI2__

#include <immintrin.h>

/* A set of characters as one of their first bytes. */
static inline uint64_t ftext_wide_spread(uint64_t characters, uint64_t leads) {
  return _pdep_u64(characters, leads);
}

/* Which byte character `at` begins with. */
static inline unsigned ftext_wide_place(uint64_t leads, unsigned at) {
  return (unsigned)__builtin_ctzll(ftext_wide_spread(1ull << at, leads));
}

/* The classes of the characters beyond ASCII, as sets of their first bytes,
** and in *inner their other bytes.  Ends at a character that is broken or
** goes beyond `size`: where it begins is returned. */
static inline unsigned ftext_wide_classes(const ftext_block *block,
                                          const uint8_t *bytes, unsigned size,
                                          uint64_t classes[FTEXT_BROKEN],
                                          uint64_t *inner) {
  uint64_t rest = block->high;
  ftext_character_class class;
  size_t length;
  unsigned at;

  *inner = 0;
  while (rest != 0) {
    at = (unsigned)__builtin_ctzll(rest);
    class =
        ftext_character_class_at(bytes + at, FTEXT_BLOCK + 16 - at, &length);
    if (class == FTEXT_BROKEN || at + length > size) {
      return at;
    }
    classes[class] |= 1ull << at;
    *inner |= ((1ull << (length - 1)) - 1) << at << 1;
    rest &= ~0ull << (at + length - 1) << 1;
  }
  return size;
}

/* Makes the block a wide one, of the characters that end among its first
** `size` bytes; returns how many bytes they have.  16 bytes behind the block
** can be read. */
static inline unsigned ftext_wide_block(ftext_block *block,
                                        const uint8_t *bytes, unsigned size) {
  uint64_t classes[FTEXT_BROKEN] = {0};
  uint64_t inner;
  uint64_t leads;

  size = ftext_wide_classes(block, bytes, size, classes, &inner);
  leads = (size < FTEXT_BLOCK ? (1ull << size) - 1 : ~0ull) & ~inner;
  block->leads = leads;
  block->neighbours = leads & block->high & block->high << 1;
  block->letter = _pext_u64(classes[FTEXT_LETTER], leads);
  block->mark = _pext_u64(classes[FTEXT_MARK], leads);
  block->upper = _pext_u64(block->upper | classes[FTEXT_UPPER], leads);
  block->lower = _pext_u64(block->lower | classes[FTEXT_LOWER], leads);
  block->number = _pext_u64(block->number | classes[FTEXT_NUMBER], leads);
  block->white = _pext_u64(block->white | classes[FTEXT_SPACE], leads);
  block->newline = _pext_u64(block->newline, leads);
  block->space = _pext_u64(block->space, leads);
  block->quote = _pext_u64(block->quote, leads);
  block->slash = _pext_u64(block->slash, leads);
  block->high = _pext_u64(block->high, leads);
  block->unknown = block->quote << 1 & block->high; /* U+017F is an s, too */
  return size;
}

/* Those of the characters beginning at `places`, each with another beyond
** ASCII before it, that no token reaches from there. */
static inline uint64_t ftext_wide_apart(const ftext_block *block,
                                        const uint8_t *bytes, uint64_t places,
                                        const uint64_t *bridge) {
  uint64_t apart = 0;
  uint64_t first;
  unsigned at;
  unsigned left;
  unsigned size;

  for (; places != 0; places &= places - 1) {
    first = places & (0 - places);
    at = (unsigned)__builtin_ctzll(first);
    left = 63 - (unsigned)__builtin_clzll(block->leads & (first - 1));
    size = bytes[at] < 0xE0 ? 2 : bytes[at] < 0xF0 ? 3 : 4;
    if (!ftext_bridged(bridge, ftext_bridge_bytes(bytes + left, at - left),
                       bytes[at - 1], ftext_bridge_bytes(bytes + at, size))) {
      apart |= first;
    }
  }
  return apart;
}

/* Adds to what is unknown in o200k: marks that follow no letter, and upper-
** case letters behind letters of both cases, where the pattern looks further
** back or ahead. */
static inline void ftext_wide_doubts(ftext_block *block, uint64_t letters) {
  uint64_t both = block->letter | block->mark;

  block->unknown |= block->mark & ~((letters | block->mark) << 1);
  block->unknown |= block->upper & both << 1;
}

#else

static inline unsigned ftext_wide_place(uint64_t leads, unsigned at) {
  (void)leads;
  return at;
}

static inline void ftext_wide_doubts(ftext_block *block, uint64_t letters) {
  (void)block;
  (void)letters;
}

#endif

#endif
