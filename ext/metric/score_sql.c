/*
** ftext_precision, ftext_recall, ftext_f1 and ftext_fbeta.
**
** SQLite discards what xFinal complains about in window mode, so that every
** argument is looked at in the step.
*/
#include "base/nearest.h"
#include "metric/counts.h"
#include "metric/sql.h"

#include <string.h>

/* What the options of a row say. */
typedef struct score_options {
  double beta;
  ftext_average average;
  ftext_text name;    /* of the average, as given */
  size_t label_start; /* in the name */
} score_options;

static const char one_class[] = "class:";

static bool read_average(score_options *options) {
  static const char *const names[] = {
      [FTEXT_MACRO] = "macro",
      [FTEXT_MICRO] = "micro",
      [FTEXT_WEIGHTED] = "weighted",
  };
  size_t prefix = sizeof one_class - 1;
  unsigned i;

  for (i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (ftext_text_is(options->name, names[i])) {
      options->average = (ftext_average)i;
      return true;
    }
  }
  options->average = FTEXT_ONE_CLASS;
  options->label_start = prefix;
  return options->name.length >= prefix &&
         memcmp(options->name.bytes, one_class, prefix) == 0;
}

static bool average_argument(sqlite3_context *context, sqlite3_value *value,
                             score_options *options) {
  char quote[FTEXT_NEAREST_SIZE];
  ftext_status status;

  if (sqlite3_value_type(value) == SQLITE_NULL) {
    ftext_error(context, "average must not be NULL (known: macro, micro, "
                         "weighted, or class: and a label)");
    return false;
  }
  status = ftext_value_text(value, &options->name);
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
    return false;
  }
  if (!read_average(options)) {
    ftext_error(context,
                "unknown average %s (known: macro, micro, weighted, or class: "
                "and a label)",
                ftext_quote_unknown(quote, options->name,
                                    "macro, micro, weighted, class:"));
    return false;
  }
  return true;
}

static bool beta_argument(sqlite3_context *context, sqlite3_value *value,
                          double *beta) {
  char quote[FTEXT_QUOTE_SIZE];
  ftext_text text = ftext_text_of("NULL");
  int type = sqlite3_value_numeric_type(value);

  *beta = sqlite3_value_double(value);
  if ((type == SQLITE_INTEGER || type == SQLITE_FLOAT) && *beta >= 0) {
    return true;
  }
  if (type == SQLITE_NULL) {
    ftext_error(context, "beta must be a number >= 0, not NULL");
  } else if (ftext_value_text(value, &text) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
  } else {
    ftext_error(context, "beta must be a number >= 0, not %s",
                ftext_quote(quote, text));
  }
  return false;
}

/* The first row's options hold for the whole group. */
static bool remember(sqlite3_context *context, ftext_counts *counts,
                     const score_options *options) {
  ftext_counts_clear(context);
  counts->name = sqlite3_malloc64(options->name.length + 1);
  if (counts->name == NULL) {
    sqlite3_result_error_nomem(context);
    return false;
  }
  memcpy(counts->name, options->name.bytes, options->name.length);
  counts->name_length = options->name.length;
  counts->label_start = options->label_start;
  counts->average = options->average;
  counts->beta = options->beta;
  return true;
}

static bool check_same(sqlite3_context *context, const ftext_counts *counts,
                       const score_options *options) {
  ftext_text first = {counts->name, counts->name_length};

  if (!ftext_text_equal(first, options->name)) {
    ftext_error(context, "average changed within the group");
    return false;
  }
  if (counts->beta < options->beta || counts->beta > options->beta) {
    ftext_error(context, "beta changed within the group");
    return false;
  }
  return true;
}

static void step(sqlite3_context *context, sqlite3_value **argv,
                 const score_options *options) {
  ftext_counts *counts;

  if (sqlite3_value_type(argv[0]) == SQLITE_NULL) {
    return;
  }
  counts = sqlite3_aggregate_context(context, (int)sizeof *counts);
  if (counts == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  if (counts->confusion.rows == 0 ? remember(context, counts, options)
                                  : check_same(context, counts, options)) {
    ftext_counts_add(context, counts, argv[0], argv[1]);
  }
}

void ftext_score_step(sqlite3_context *context, int argc,
                      sqlite3_value **argv) {
  score_options options = {1, FTEXT_MACRO, ftext_text_of("macro"), 0};

  if (argc < 3 || average_argument(context, argv[2], &options)) {
    step(context, argv, &options);
  }
}

void ftext_fbeta_step(sqlite3_context *context, int argc,
                      sqlite3_value **argv) {
  score_options options = {1, FTEXT_MACRO, ftext_text_of("macro"), 0};

  if (beta_argument(context, argv[2], &options.beta) &&
      (argc < 4 || average_argument(context, argv[3], &options))) {
    step(context, argv, &options);
  }
}

static void value(sqlite3_context *context, ftext_measure measure) {
  const ftext_counts *counts = ftext_counts_now(context);
  ftext_text label;

  if (counts != NULL) {
    label = (ftext_text){counts->name + counts->label_start,
                         counts->name_length - counts->label_start};
    sqlite3_result_double(context,
                          ftext_score(&counts->confusion, measure, counts->beta,
                                      counts->average, label));
  }
}

void ftext_precision_value(sqlite3_context *context) {
  value(context, FTEXT_PRECISION);
}

void ftext_precision_final(sqlite3_context *context) {
  value(context, FTEXT_PRECISION);
  ftext_counts_clear(context);
}

void ftext_recall_value(sqlite3_context *context) {
  value(context, FTEXT_RECALL);
}

void ftext_recall_final(sqlite3_context *context) {
  value(context, FTEXT_RECALL);
  ftext_counts_clear(context);
}

void ftext_fbeta_value(sqlite3_context *context) {
  value(context, FTEXT_FBETA);
}

void ftext_fbeta_final(sqlite3_context *context) {
  value(context, FTEXT_FBETA);
  ftext_counts_clear(context);
}
