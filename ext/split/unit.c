#include "split/unit.h"

#include "base/sha256.h"

uint64_t ftext_place(ftext_text seed, ftext_text key) {
  ftext_sha256 hash;
  uint8_t digest[FTEXT_SHA256_SIZE];
  uint64_t place = 0;
  int i;

  ftext_sha256_init(&hash);
  ftext_sha256_update(&hash, seed.bytes, seed.length);
  ftext_sha256_update(&hash, ":", 1);
  ftext_sha256_update(&hash, key.bytes, key.length);
  ftext_sha256_final(&hash, digest);
  for (i = 0; i < 7; i++) {
    place = place << 8 | digest[i];
  }
  return place >> 4; /* 7 bytes are 14 hex digits */
}

/* The product of both has up to 84 bits, so it is taken in two halves of 26
** bits; the parts that are cut off cannot carry. */
uint64_t ftext_fold_of(uint64_t place, uint64_t folds) {
  uint64_t high = place >> 26;
  uint64_t low = place & (((uint64_t)1 << 26) - 1);

  return (high * folds + (low * folds >> 26)) >> 26;
}
