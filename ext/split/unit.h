/*
** A key's place in [0, 1): the number that every split follows from.
**
** The place is the first 13 hex digits, 52 bits, of SHA-256 over the seed's
** bytes, ':' and the key's bytes.  52 bits are exact as a double, fit a
** signed integer in every SQL engine, and are safe in JavaScript.  It is a
** pure function: no order of rows, no machine and no version changes it.
*/
#ifndef FTEXT_SPLIT_UNIT_H
#define FTEXT_SPLIT_UNIT_H

#include "base/text.h"

/* A place is below this: 2^52. */
#define FTEXT_PLACES ((uint64_t)1 << 52)

/* The key's place under that seed. */
uint64_t ftext_place(ftext_text seed, ftext_text key);

/* floor(place / 2^52 * folds) in whole numbers: 0 to folds - 1.  Up to
** 2^32 folds. */
uint64_t ftext_fold_of(uint64_t place, uint64_t folds);

#endif
