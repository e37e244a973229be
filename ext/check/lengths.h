/*
** The median of many lengths, in little memory: lengths below 4096 are
** counted exactly, longer ones in steps of an eighth of their power of two.
*/
#ifndef FTEXT_CHECK_LENGTHS_H
#define FTEXT_CHECK_LENGTHS_H

#include <stdint.h>

enum { FTEXT_EXACT_LENGTHS = 4096, FTEXT_LENGTH_STEPS = 4096 + 8 * 52 };

typedef struct ftext_lengths {
  int64_t counts[FTEXT_LENGTH_STEPS];
  int64_t total;
  int lowest;  /* the first and */
  int highest; /* last step in use */
} ftext_lengths;

/* Forgets all lengths.  A struct of zeros is empty, too. */
void ftext_lengths_clear(ftext_lengths *lengths);

/* Adds one length, which is not negative. */
void ftext_lengths_add(ftext_lengths *lengths, int64_t length);

/* The lower median; 0 where there is none. */
int64_t ftext_lengths_median(const ftext_lengths *lengths);

#endif
