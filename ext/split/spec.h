/*
** What a split is cut into: names, and where each one ends.
**
** A spec is written as weights, `valid=0.2,train=0.8`, or as cuts,
** `valid<3333333333334,train`: exclusive upper bounds in 13 hex digits, the
** last name takes the rest.  The names divide [0, 1) in the order of the
** list.  Weights are exact decimals; a cut is the sum of the weights so far
** over the sum of all, as a fraction, rounded up to 52 bits once.
**
**     spec    = weights / cuts
**     weights = name "=" decimal 1*63("," name "=" decimal)
**     cuts    = 1*63(name "<" 13 hex digits ",") name
**     name    = [A-Za-z_][A-Za-z0-9_.-]*
*/
#ifndef FTEXT_SPLIT_SPEC_H
#define FTEXT_SPLIT_SPEC_H

#include "base/buffer.h"
#include "base/text.h"

enum { FTEXT_MOST_SPLITS = 64, FTEXT_SPEC_MESSAGE = 320 };

typedef struct ftext_spec {
  ftext_text text; /* as given; belongs to the caller, the names point here */
  uint32_t count;  /* 2 to FTEXT_MOST_SPLITS */
  ftext_text names[FTEXT_MOST_SPLITS];
  uint64_t cuts[FTEXT_MOST_SPLITS];    /* never falling; the last is 2^52 */
  uint64_t weights[FTEXT_MOST_SPLITS]; /* to be compared, in any unit */
} ftext_spec;

/* Reads a spec.  FTEXT_OK, or FTEXT_INVALID and the message says what is
** wrong with it. */
ftext_status ftext_spec_read(ftext_spec *spec, ftext_text text,
                             char message[FTEXT_SPEC_MESSAGE]);

/* Appends the spec as cuts. */
void ftext_spec_write(const ftext_spec *spec, ftext_buffer *out);

/* Whether both have the same names in the same order. */
bool ftext_spec_same_names(const ftext_spec *a, const ftext_spec *b);

/* Which split the place (see split/unit.h) falls in, from 0. */
uint32_t ftext_spec_find(const ftext_spec *spec, uint64_t place);

#endif
