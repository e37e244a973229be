#include "text/minhash.h"

#include "text/shingle.h"

static uint64_t mix(uint64_t z) {
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
  z = (z ^ z >> 27) * 0x94D049BB133111EBu;
  return z ^ z >> 31;
}

typedef struct permutations {
  uint32_t multiplier[FTEXT_MINHASH_COUNT];
  uint32_t offset[FTEXT_MINHASH_COUNT];
} permutations;

static void fill(permutations *all) {
  uint64_t state = 0;
  uint64_t output;
  int i;

  for (i = 0; i < FTEXT_MINHASH_COUNT; i++) {
    state += 0x9E3779B97F4A7C15u;
    output = mix(state);
    all->multiplier[i] = (uint32_t)(output >> 32) | 1;
    all->offset[i] = (uint32_t)output;
  }
}

/* The hot loop.  Signed and unsigned order differ by the upper bit: with
** that turned over, processors need one comparison for a vector. */
static inline __attribute__((always_inline)) void
least_of(int32_t *restrict least, const permutations *restrict all,
         uint32_t hash) {
  int32_t value;
  int i;

  for (i = 0; i < FTEXT_MINHASH_COUNT; i++) {
    value =
        (int32_t)((hash * all->multiplier[i] + all->offset[i]) ^ 0x80000000u);
    least[i] = value < least[i] ? value : least[i];
  }
}

static void take_least(int32_t *restrict least,
                       const permutations *restrict all, uint32_t hash) {
  least_of(least, all, hash);
}

typedef void taker(int32_t *restrict least, const permutations *restrict all,
                   uint32_t hash);

/* The same loop compiled twice: plain x86-64 has no multiplication of four
** 32-bit numbers, and with AVX2 it takes a quarter of the time. */
#if defined(__x86_64__) && defined(__GNUC__)
__attribute__((target("avx2"))) static void
take_least_avx2(int32_t *restrict least, const permutations *restrict all,
                uint32_t hash) {
  least_of(least, all, hash);
}

static taker *best_taker(void) {
  return __builtin_cpu_supports("avx2") ? take_least_avx2 : take_least;
}
#else
static taker *best_taker(void) {
  return take_least;
}
#endif

void ftext_minhash(uint8_t out[FTEXT_MINHASH_SIZE], ftext_text text) {
  int32_t least[FTEXT_MINHASH_COUNT];
  taker *take = best_taker();
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
    take(least, &all, (uint32_t)(mix(mix(shingle.high) ^ shingle.low) >> 32));
  }
  for (i = 0; i < FTEXT_MINHASH_COUNT; i++) {
    value = (uint32_t)least[i] ^ 0x80000000u;
    out[4 * i] = (uint8_t)value;
    out[4 * i + 1] = (uint8_t)(value >> 8);
    out[4 * i + 2] = (uint8_t)(value >> 16);
    out[4 * i + 3] = (uint8_t)(value >> 24);
  }
}

int64_t ftext_minhash_bucket(const uint8_t minhash[FTEXT_MINHASH_SIZE],
                             int band, int bands) {
  int rows = FTEXT_MINHASH_COUNT / bands;
  const uint8_t *at = minhash + 4 * rows * band;
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
