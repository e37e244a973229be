/*
** ftext_majority: the votes are counted as the truths of answers, and of a
** label that came as a number as well, as predictions that are right.
*/
#include "metric/counts.h"
#include "metric/sql.h"

static bool is_number(sqlite3_value *value) {
  int type = sqlite3_value_type(value);

  return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

void ftext_majority_step(sqlite3_context *context, int argc,
                         sqlite3_value **argv) {
  ftext_counts *counts =
      sqlite3_aggregate_context(context, (int)sizeof *counts);
  ftext_status status = FTEXT_OK;
  ftext_key key;

  (void)argc;
  if (counts == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  if (sqlite3_value_type(argv[0]) == SQLITE_NULL ||
      !ftext_value_key(context, argv[0], "label", &key)) {
    return;
  }
  status = ftext_confusion_add(&counts->confusion, key.text,
                               is_number(argv[0]) ? &key.text : NULL);
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  }
}

void ftext_majority_inverse(sqlite3_context *context, int argc,
                            sqlite3_value **argv) {
  ftext_counts *counts = ftext_counts_now(context);
  ftext_key key;

  (void)argc;
  if (counts != NULL && sqlite3_value_type(argv[0]) != SQLITE_NULL &&
      ftext_value_key(context, argv[0], "label", &key)) {
    ftext_confusion_remove(&counts->confusion, key.text,
                           is_number(argv[0]) ? &key.text : NULL);
  }
}

/* The number of the class that has more support than any other. */
static bool find_winner(const ftext_confusion *confusion, uint32_t *winner) {
  uint64_t most = 0;
  bool alone = false;
  uint32_t i;

  for (i = 0; i < confusion->labels.count; i++) {
    uint64_t votes = confusion->classes[i].support;

    if (votes > most) {
      most = votes;
      *winner = i;
      alone = true;
    } else if (votes == most) {
      alone = false;
    }
  }
  return alone;
}

static sqlite3_int64 integer_of(ftext_text digits) {
  bool negative = digits.bytes[0] == '-';
  uint64_t number = 0;
  size_t i;

  for (i = negative ? 1 : 0; i < digits.length; i++) {
    number = number * 10 + (uint64_t)(digits.bytes[i] - '0');
  }
  return (sqlite3_int64)(negative ? 0 - number : number);
}

void ftext_majority_value(sqlite3_context *context) {
  const ftext_counts *counts = ftext_counts_now(context);
  ftext_text label;
  uint32_t winner;

  if (counts == NULL || !find_winner(&counts->confusion, &winner)) {
    return;
  }
  label = ftext_names_at(&counts->confusion.labels, winner);
  if (counts->confusion.classes[winner].correct > 0) {
    sqlite3_result_int64(context, integer_of(label));
  } else {
    sqlite3_result_text64(context, (const char *)label.bytes, label.length,
                          SQLITE_TRANSIENT, SQLITE_UTF8);
  }
}

void ftext_majority_final(sqlite3_context *context) {
  ftext_majority_value(context);
  ftext_counts_clear(context);
}
