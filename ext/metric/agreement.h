/*
** Krippendorff's alpha for labels without an order (nominal data).
**
** Any number of people, any number of labels an item.  Labels are kept, 8
** bytes each, with every item's key and every label's text once, and sorted
** at the end.
*/
#ifndef FTEXT_METRIC_AGREEMENT_H
#define FTEXT_METRIC_AGREEMENT_H

#include "base/names.h"

typedef struct ftext_rating {
  uint32_t item;
  uint32_t label;
} ftext_rating;

/* Starts as a struct of zeros. */
typedef struct ftext_agreement {
  ftext_names items;
  ftext_names labels;
  ftext_rating *ratings;
  size_t count;
  size_t capacity;
} ftext_agreement;

/* Adds a label that somebody gave to an item.  FTEXT_OK or
** FTEXT_NO_MEMORY. */
ftext_status ftext_agreement_add(ftext_agreement *agreement, ftext_text item,
                                 ftext_text label);

/* 1 minus observed over expected disagreement, over the items that have two
** labels at least.  FTEXT_OK, FTEXT_NO_MEMORY, or FTEXT_INVALID where it is
** not defined: there are no such items, or they have one label in all. */
ftext_status ftext_alpha(ftext_agreement *agreement, double *alpha);

void ftext_agreement_free(ftext_agreement *agreement);

#endif
