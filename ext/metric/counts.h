/* The aggregates over (truth, predicted): what their faces share. */
#ifndef FTEXT_METRIC_COUNTS_H
#define FTEXT_METRIC_COUNTS_H

#include "base/value.h"
#include "metric/score.h"

/* The options are set while there are rows. */
typedef struct ftext_counts {
  ftext_confusion confusion;
  double beta;
  ftext_average average;
  uint8_t *name; /* of the average, as given; the label is in it */
  size_t name_length;
  size_t label_start;
} ftext_counts;

/* The running aggregate's state, or NULL where it has no rows. */
ftext_counts *ftext_counts_now(sqlite3_context *context);

/* Adds a row to the state, unless its truth is NULL.  False when the running
** function has been failed. */
bool ftext_counts_add(sqlite3_context *context, ftext_counts *counts,
                      sqlite3_value *truth, sqlite3_value *predicted);

/* Frees what the running aggregate's state holds. */
void ftext_counts_clear(sqlite3_context *context);

#endif
