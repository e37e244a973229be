/*
** Aggregates over (truth, predicted) whose state is whole numbers, so that
** their window form has an exact inverse.
*/
#include "metric/counts.h"

#include "metric/sql.h"

#include <string.h>

ftext_counts *ftext_counts_now(sqlite3_context *context) {
  ftext_counts *counts = sqlite3_aggregate_context(context, 0);

  return counts == NULL || counts->confusion.rows == 0 ? NULL : counts;
}

/* Reads both labels; *answer is NULL where there is no answer. */
static bool read_labels(sqlite3_context *context, sqlite3_value *truth,
                        sqlite3_value *predicted, ftext_key keys[2],
                        const ftext_text **answer) {
  *answer = NULL;
  if (!ftext_value_key(context, truth, "label", &keys[0])) {
    return false;
  }
  if (sqlite3_value_type(predicted) == SQLITE_NULL) {
    return true;
  }
  *answer = &keys[1].text;
  return ftext_value_key(context, predicted, "label", &keys[1]);
}

bool ftext_counts_add(sqlite3_context *context, ftext_counts *counts,
                      sqlite3_value *truth, sqlite3_value *predicted) {
  const ftext_text *answer;
  ftext_key keys[2];
  ftext_status status;

  if (sqlite3_value_type(truth) == SQLITE_NULL) {
    return true;
  }
  if (!read_labels(context, truth, predicted, keys, &answer)) {
    return false;
  }
  status = ftext_confusion_add(&counts->confusion, keys[0].text, answer);
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  }
  return status == FTEXT_OK;
}

void ftext_counts_step(sqlite3_context *context, int argc,
                       sqlite3_value **argv) {
  ftext_counts *counts =
      sqlite3_aggregate_context(context, (int)sizeof *counts);

  (void)argc;
  if (counts == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  ftext_counts_add(context, counts, argv[0], argv[1]);
}

/* Only rows that have been stepped come here, so nothing can be wrong with
** them but the memory. */
void ftext_counts_inverse(sqlite3_context *context, int argc,
                          sqlite3_value **argv) {
  ftext_counts *counts = ftext_counts_now(context);
  const ftext_text *answer;
  ftext_key keys[2];

  (void)argc;
  if (counts != NULL && sqlite3_value_type(argv[0]) != SQLITE_NULL &&
      read_labels(context, argv[0], argv[1], keys, &answer)) {
    ftext_confusion_remove(&counts->confusion, keys[0].text, answer);
  }
}

void ftext_counts_clear(sqlite3_context *context) {
  ftext_counts *counts = sqlite3_aggregate_context(context, 0);

  if (counts != NULL) {
    ftext_confusion_free(&counts->confusion);
    sqlite3_free(counts->name);
    memset(counts, 0, sizeof *counts);
  }
}

void ftext_mcc_value(sqlite3_context *context) {
  const ftext_counts *counts = ftext_counts_now(context);

  if (counts != NULL) {
    sqlite3_result_double(context, ftext_mcc(&counts->confusion));
  }
}

void ftext_mcc_final(sqlite3_context *context) {
  ftext_mcc_value(context);
  ftext_counts_clear(context);
}

void ftext_kappa_value(sqlite3_context *context) {
  const ftext_counts *counts = ftext_counts_now(context);
  double kappa;

  if (counts != NULL && ftext_kappa(&counts->confusion, &kappa)) {
    sqlite3_result_double(context, kappa);
  }
}

void ftext_kappa_final(sqlite3_context *context) {
  ftext_kappa_value(context);
  ftext_counts_clear(context);
}
