/*
** Whole numbers of 128 bits without a sign: sums of products of counts, so
** that no count of rows is too large to be exact.  What would not fit wraps.
*/
#ifndef FTEXT_METRIC_WIDE_H
#define FTEXT_METRIC_WIDE_H

#include <stdint.h>

/* Starts as a struct of zeros. */
typedef struct ftext_wide {
  uint64_t high;
  uint64_t low;
} ftext_wide;

/* Adds a * b. */
void ftext_wide_add(ftext_wide *sum, uint64_t a, uint64_t b);

/* a - b, rounded to REAL; it may be negative. */
double ftext_wide_difference(ftext_wide a, ftext_wide b);

#endif
