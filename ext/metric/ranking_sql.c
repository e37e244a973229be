/* ftext_auroc and ftext_auprc. */
#include "metric/ranking.h"

#include "base/value.h"
#include "metric/sql.h"

/* Fails the function for an argument that is not what it must be. */
static void fail(sqlite3_context *context, const char *what,
                 sqlite3_value *value, const char *advice) {
  char quote[FTEXT_QUOTE_SIZE];
  ftext_text text;

  if (ftext_value_text(value, &text) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return;
  }
  ftext_error(context, "%s, not %s%s", what, ftext_quote(quote, text), advice);
}

static bool read_positive(sqlite3_context *context, sqlite3_value *value,
                          bool *positive) {
  sqlite3_int64 number;

  if (ftext_value_integer(value, &number) && (number == 0 || number == 1)) {
    *positive = number == 1;
    return true;
  }
  fail(context, "positive must be 0 or 1", value, " (label = 'yes' would do)");
  return false;
}

static bool read_score(sqlite3_context *context, sqlite3_value *value,
                       double *score) {
  int type = sqlite3_value_numeric_type(value);

  if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) {
    *score = sqlite3_value_double(value);
    return true;
  }
  fail(context, "score must be a number", value, "");
  return false;
}

void ftext_ranking_step(sqlite3_context *context, int argc,
                        sqlite3_value **argv) {
  bool scored = sqlite3_value_type(argv[1]) != SQLITE_NULL;
  ftext_ranking *ranking;
  ftext_status status;
  bool positive;
  double score = 0;

  (void)argc;
  if (sqlite3_value_type(argv[0]) == SQLITE_NULL ||
      !read_positive(context, argv[0], &positive) ||
      (scored && !read_score(context, argv[1], &score))) {
    return;
  }
  ranking = sqlite3_aggregate_context(context, (int)sizeof *ranking);
  if (ranking == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  status = ftext_ranking_add(ranking, positive, scored ? &score : NULL);
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  }
}

static void finish(sqlite3_context *context,
                   bool (*area_of)(ftext_ranking *, double *)) {
  ftext_ranking *ranking = sqlite3_aggregate_context(context, 0);
  double area;

  if (ranking == NULL) {
    return;
  }
  if (area_of(ranking, &area)) {
    sqlite3_result_double(context, area);
  }
  ftext_ranking_free(ranking);
}

void ftext_auroc_final(sqlite3_context *context) {
  finish(context, ftext_auroc);
}

void ftext_auprc_final(sqlite3_context *context) {
  finish(context, ftext_auprc);
}
