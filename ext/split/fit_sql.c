/*
** ftext_split_fit: an aggregate whose window form has an exact inverse.
**
** SQLite discards what xFinal complains about in window mode, so that every
** argument is looked at in the step.
*/
#include "base/value.h"
#include "split/argument.h"
#include "split/fit.h"
#include "split/sql.h"
#include "split/unit.h"

#include <string.h>

typedef struct fit_state {
  ftext_places places;
  sqlite3_int64 rows; /* that have a key; the rule is set while there are */
  ftext_rule rule;
} fit_state;

static void clear(fit_state *state) {
  ftext_places_free(&state->places);
  ftext_rule_free(&state->rule);
  memset(state, 0, sizeof *state);
}

void ftext_fit_step(sqlite3_context *context, int argc, sqlite3_value **argv) {
  fit_state *state;
  ftext_status status;
  sqlite3_int64 least;
  ftext_key seed;
  ftext_key key;

  if (!ftext_seed_argument(context, argc, argv, 3, &seed) ||
      !ftext_least_argument(context, argc, argv, 2, &least) ||
      sqlite3_value_type(argv[0]) == SQLITE_NULL ||
      sqlite3_value_type(argv[1]) == SQLITE_NULL ||
      !ftext_key_argument(context, argv[0], &key)) {
    return;
  }
  state = sqlite3_aggregate_context(context, (int)sizeof *state);
  if (state == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  if (state->rows == 0) {
    clear(state);
  }
  if (!ftext_rule_argument(context, &state->rule, argv[1], seed.text, least)) {
    return;
  }
  status = ftext_places_add(&state->places, ftext_place(seed.text, key.text));
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
    return;
  }
  state->rows++;
}

/* Only rows that have been stepped come here, so nothing can be wrong with
** them but the memory. */
void ftext_fit_inverse(sqlite3_context *context, int argc,
                       sqlite3_value **argv) {
  fit_state *state = sqlite3_aggregate_context(context, 0);
  ftext_key seed;
  ftext_key key;

  if (state == NULL || sqlite3_value_type(argv[0]) == SQLITE_NULL ||
      sqlite3_value_type(argv[1]) == SQLITE_NULL ||
      !ftext_seed_argument(context, argc, argv, 3, &seed) ||
      !ftext_key_argument(context, argv[0], &key)) {
    return;
  }
  ftext_places_remove(&state->places, ftext_place(seed.text, key.text));
  state->rows--;
}

void ftext_fit_value(sqlite3_context *context) {
  fit_state *state = sqlite3_aggregate_context(context, 0);
  ftext_spec fitted;
  ftext_buffer out;

  if (state == NULL || state->rows == 0) {
    return;
  }
  fitted = *state->rule.spec;
  ftext_fit(&fitted, &state->places, (uint64_t)state->rule.least);
  ftext_buffer_init(&out,
                    ftext_length_limit(sqlite3_context_db_handle(context)));
  ftext_spec_write(&fitted, &out);
  ftext_result_buffer(context, &out);
}

void ftext_fit_final(sqlite3_context *context) {
  fit_state *state = sqlite3_aggregate_context(context, 0);

  ftext_fit_value(context);
  if (state != NULL) {
    clear(state);
  }
}
