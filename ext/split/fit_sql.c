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
  sqlite3_int64 rows; /* that have a key; the rest is set while there are */
  sqlite3_int64 least;
  ftext_spec *spec;
  uint8_t *seed;
  size_t seed_length;
} fit_state;

static bool read_least(sqlite3_context *context, sqlite3_value *value,
                       sqlite3_int64 *least) {
  char quote[FTEXT_QUOTE_SIZE];
  ftext_text text;

  if (sqlite3_value_type(value) == SQLITE_NULL) {
    ftext_error(context, "min must be >= 1, not NULL");
    return false;
  }
  *least = sqlite3_value_int64(value);
  if (sqlite3_value_numeric_type(value) == SQLITE_INTEGER && *least >= 1) {
    return true;
  }
  if (ftext_value_text(value, &text) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return false;
  }
  ftext_error(context, "min must be >= 1, a whole number, not %s",
              ftext_quote(quote, text));
  return false;
}

static void clear(fit_state *state) {
  ftext_places_free(&state->places);
  sqlite3_free(state->spec);
  sqlite3_free(state->seed);
  memset(state, 0, sizeof *state);
}

/* The first row's arguments hold for the whole group. */
static bool remember(sqlite3_context *context, fit_state *state,
                     sqlite3_value *spec, ftext_text seed,
                     sqlite3_int64 least) {
  state->least = least;
  state->seed = sqlite3_malloc64(seed.length + 1);
  if (state->seed == NULL) {
    sqlite3_result_error_nomem(context);
    return false;
  }
  memcpy(state->seed, seed.bytes, seed.length);
  state->seed_length = seed.length;
  state->spec = ftext_spec_keep(context, spec);
  return state->spec != NULL;
}

static bool check_same(sqlite3_context *context, const fit_state *state,
                       sqlite3_value *value, ftext_text seed,
                       sqlite3_int64 least) {
  ftext_text first = {state->seed, state->seed_length};
  ftext_text spec;
  ftext_status status = ftext_value_text(value, &spec);

  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  } else if (!ftext_text_equal(spec, state->spec->text)) {
    ftext_error(context, "spec changed within the group");
  } else if (!ftext_text_equal(seed, first)) {
    ftext_error(context, "seed changed within the group");
  } else if (least != state->least) {
    ftext_error(context, "min changed within the group");
  } else {
    return true;
  }
  return false;
}

void ftext_fit_step(sqlite3_context *context, int argc, sqlite3_value **argv) {
  fit_state *state;
  ftext_status status;
  sqlite3_int64 least;
  ftext_key seed;
  ftext_key key;

  if (!ftext_seed_argument(context, argc, argv, 3, &seed) ||
      !read_least(context, argv[2], &least) ||
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
  if (state->rows == 0
          ? !remember(context, state, argv[1], seed.text, least)
          : !check_same(context, state, argv[1], seed.text, least)) {
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
  fitted = *state->spec;
  ftext_fit(&fitted, &state->places, (uint64_t)state->least);
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
