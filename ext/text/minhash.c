#include "text/minhash.h"

#include "text/shingle.h"

#define UPPER_BIT 0x80000000u

static uint64_t mix(uint64_t z) {
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
  z = (z ^ z >> 27) * 0x94D049BB133111EBu;
  return z ^ z >> 31;
}

typedef struct permutations {
  uint32_t multiplier[FTEXT_MINHASH_COUNT];
  uint32_t offset[FTEXT_MINHASH_COUNT];
} permutations;

/* Signed order is the order of the numbers with the upper bit turned over,
** and processors compare vectors of signed ones faster: the offsets turn the
** bit over on the way in, ftext_minhash() turns it back. */
static void fill(permutations *all) {
  uint64_t state = 0;
  uint64_t output;
  int i;

  for (i = 0; i < FTEXT_MINHASH_COUNT; i++) {
    state += 0x9E3779B97F4A7C15u;
    output = mix(state);
    all->multiplier[i] = (uint32_t)(output >> 32) | 1;
    all->offset[i] = (uint32_t)output + UPPER_BIT;
  }
}

/* The hot loop, which compilers turn into one over vectors. */
static void take_least(int32_t *restrict least,
                       const permutations *restrict all, uint32_t hash) {
  int32_t value;
  int i;

  for (i = 0; i < FTEXT_MINHASH_COUNT; i++) {
    value = (int32_t)(hash * all->multiplier[i] + all->offset[i]);
    least[i] = value < least[i] ? value : least[i];
  }
}

void ftext_minhash(uint8_t out[FTEXT_MINHASH_SIZE], ftext_text text) {
  int32_t least[FTEXT_MINHASH_COUNT];
  ftext_shingle_reader reader;
  ftext_shingle shingle;
  permutations all;
  uint32_t value;
  int i;

  fill(&all);
  for (i = 0; i < FTEXT_MINHASH_COUNT; i++) {
    least[i] = INT32_MAX;
  }
  ftext_shingle_begin(&reader, text);
  while (ftext_shingle_next(&reader, &shingle)) {
    take_least(least, &all,
               (uint32_t)(mix(mix(shingle.high) ^ shingle.low) >> 32));
  }
  for (i = 0; i < FTEXT_MINHASH_COUNT; i++) {
    value = (uint32_t)least[i] ^ UPPER_BIT;
    *out++ = (uint8_t)value;
    *out++ = (uint8_t)(value >> 8);
    *out++ = (uint8_t)(value >> 16);
    *out++ = (uint8_t)(value >> 24);
  }
}

int64_t ftext_minhash_bucket(const uint8_t minhash[FTEXT_MINHASH_SIZE],
                             int band, int bands) {
  int rows = FTEXT_MINHASH_COUNT / bands;
  const uint8_t *at = minhash + 4 * (size_t)rows * (size_t)band;
  uint64_t bucket = mix((uint64_t)band + 1);
  uint32_t value;
  int i;

  for (i = 0; i < rows; i++) {
    value = (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
            (uint32_t)at[3] << 24;
    bucket = mix(bucket ^ value);
    at += 4;
  }
  return (int64_t)bucket;
}
