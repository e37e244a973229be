/*
** MinHash: 128 numbers that resemble each other as two texts do.
**
** The numbers are fixed for ever: stored ones stay comparable.
**
**   mix(z)      the output function of SplitMix64 (Steele, Lea and Flood
**               2014): z ^= z >> 30; z *= 0xBF58476D1CE4E5B9; z ^= z >> 27;
**               z *= 0x94D049BB133111EB; z ^= z >> 31, modulo 2^64
**   hash        of a shingle: the upper 32 bits of mix(mix(high) ^ low),
**               high and low as in text/shingle.h
**   permutation i of 128 (from 1): hash * m + o modulo 2^32, where the upper
**               32 bits, made odd, of mix(i * 0x9E3779B97F4A7C15) are m and
**               the lower 32 bits o: the outputs of SplitMix64 with seed 0
**   minhash     for each permutation its least value over all shingles,
**               4294967295 where there are none
**
** Two values in one place are equal with about the probability that is the
** Jaccard similarity of the two sets of shingles.
*/
#ifndef FTEXT_TEXT_MINHASH_H
#define FTEXT_TEXT_MINHASH_H

#include "base/text.h"

enum {
  FTEXT_MINHASH_COUNT = 128,
  FTEXT_MINHASH_SIZE = 4 * FTEXT_MINHASH_COUNT, /* bytes, as stored */
  FTEXT_BANDS_DEFAULT = 16
};

/* The minhash of a text, as bytes: each number least byte first. */
void ftext_minhash(uint8_t out[FTEXT_MINHASH_SIZE], ftext_text text);

/* The bucket of band `band` (from 0) of `bands`, which divides 128: texts
** with the same 128 / bands values in that band share it, others do but by
** chance (1 in 2^64).  Different bands have different buckets, too.  It is
** z = mix(band + 1), then for each value z = mix(z ^ value). */
int64_t ftext_minhash_bucket(const uint8_t minhash[FTEXT_MINHASH_SIZE],
                             int band, int bands);

#endif
