/*
** How well a score ranks the positives above the negatives.
**
** Rows are kept, 16 bytes each, and sorted once.  Rows of one score are one
** step: between them the order of the rows decides nothing.  A row without
** a score was ranked wrong: a positive behind all others, a negative before
** all others.
*/
#ifndef FTEXT_METRIC_RANKING_H
#define FTEXT_METRIC_RANKING_H

#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct ftext_ranked {
  double score;
  bool positive;
} ftext_ranked;

/* Starts as a struct of zeros. */
typedef struct ftext_ranking {
  ftext_ranked *rows; /* those that have a score */
  size_t count;
  size_t capacity;
  uint64_t positives; /* with or without a score */
  uint64_t negatives;
  uint64_t unscored_negatives;
} ftext_ranking;

/* Adds a row; `score` is NULL where there is none, and is never NaN.
** FTEXT_OK or FTEXT_NO_MEMORY. */
ftext_status ftext_ranking_add(ftext_ranking *ranking, bool positive,
                               const double *score);

/* The area under the ROC curve: how often a positive is above a negative,
** ties counting one half.  False without positives or without negatives. */
bool ftext_auroc(ftext_ranking *ranking, double *area);

/* The average precision: the sum over the steps of the precision there,
** times what the recall gained.  False without positives. */
bool ftext_auprc(ftext_ranking *ranking, double *area);

void ftext_ranking_free(ftext_ranking *ranking);

#endif
