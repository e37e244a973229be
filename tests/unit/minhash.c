/*
** The permutations are good ones: pairs of texts of a known similarity agree
** and share buckets as often as independent permutations would make them.
*/
#include "text/minhash.h"
#include "text/shingle.h"

#include <stdio.h>
#include <string.h>

enum { PAIRS = 2500, MOST = 200 };

static uint32_t state = 7;

static uint8_t random_letter(void) {
  state = state * 1664525u + 1013904223u;
  return (uint8_t)('a' + (state >> 16) % 26);
}

/* Two texts that have `shared` shingles in common, and `own` each. */
static void make_pair(uint8_t a[MOST], uint8_t b[MOST], size_t own,
                      size_t shared) {
  size_t i;

  for (i = 0; i < own + shared + FTEXT_SHINGLE_SIZE - 1; i++) {
    a[i] = random_letter();
    b[i] = i < own ? random_letter() : a[i];
  }
}

static double similarity(ftext_text a, ftext_text b) {
  ftext_shingle_set left;
  ftext_shingle_set right;
  double result = -1;

  if (ftext_shingle_set_of(&left, a) == FTEXT_OK &&
      ftext_shingle_set_of(&right, b) == FTEXT_OK) {
    result = ftext_shingle_similarity(&left, &right);
  }
  ftext_shingle_set_free(&left);
  ftext_shingle_set_free(&right);
  return result;
}

/* The share of equal values is the similarity, and the share of pairs with
** a bucket in common is 1 - (1 - s^8)^16: within 0.003 and 0.02, which is two
** to four standard errors. */
static int expect(size_t own, size_t shared, double agreement,
                  double candidates) {
  uint8_t bytes[2][MOST];
  uint8_t minhash[2][FTEXT_MINHASH_SIZE];
  size_t length = own + shared + FTEXT_SHINGLE_SIZE - 1;
  ftext_text a = {bytes[0], length};
  ftext_text b = {bytes[1], length};
  int equal = 0;
  int found = 0;
  int pair;
  size_t i;

  for (pair = 0; pair < PAIRS; pair++) {
    do {
      make_pair(bytes[0], bytes[1], own, shared);
    } while (similarity(a, b) != (double)shared / (double)(2 * own + shared));
    ftext_minhash(minhash[0], a);
    ftext_minhash(minhash[1], b);
    for (i = 0; i < FTEXT_MINHASH_COUNT; i++) {
      equal += memcmp(&minhash[0][4 * i], &minhash[1][4 * i], 4) == 0;
    }
    for (i = 0; i < FTEXT_BANDS_DEFAULT; i++) {
      if (ftext_minhash_bucket(minhash[0], (int)i, FTEXT_BANDS_DEFAULT) ==
          ftext_minhash_bucket(minhash[1], (int)i, FTEXT_BANDS_DEFAULT)) {
        found++;
        break;
      }
    }
  }
  printf("%zu of %zu: agreement %.4f, candidates %.4f\n", shared,
         2 * own + shared, (double)equal / PAIRS / FTEXT_MINHASH_COUNT,
         (double)found / PAIRS);
  return (double)equal / PAIRS / FTEXT_MINHASH_COUNT < agreement - 0.003 ||
         (double)equal / PAIRS / FTEXT_MINHASH_COUNT > agreement + 0.003 ||
         (double)found / PAIRS < candidates - 0.02 ||
         (double)found / PAIRS > candidates + 0.02;
}

int main(void) {
  int failures = expect(10, 80, 0.8, 0.947);

  failures += expect(5, 90, 0.9, 0.9999);
  failures += expect(25, 50, 0.5, 0.061);
  failures += expect(2, 8, 2 / 3.0, 0.471);
  return failures > 0;
}
