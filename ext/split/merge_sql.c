/*
** ftext_split_merge: the highest of each cut, as an aggregate whose window
** form has an exact inverse: every boundary keeps all its cuts in order.
*/
#include "base/value.h"
#include "split/argument.h"
#include "split/places.h"
#include "split/sql.h"

#include <string.h>

typedef struct merge_state {
  sqlite3_int64 rows; /* that have a spec; the rest is set while there are */
  ftext_spec *first;  /* gives the names */
  ftext_places *cuts; /* one multiset for each boundary */
} merge_state;

static uint32_t boundaries(const merge_state *state) {
  return state->first->count - 1;
}

static void clear(merge_state *state) {
  uint32_t i;

  for (i = 0; state->cuts != NULL && i < boundaries(state); i++) {
    ftext_places_free(&state->cuts[i]);
  }
  sqlite3_free(state->cuts);
  sqlite3_free(state->first);
  memset(state, 0, sizeof *state);
}

/* The first spec gives the names; its memory goes over to the state. */
static bool remember(sqlite3_context *context, merge_state *state,
                     ftext_spec *spec) {
  size_t size = (spec->count - 1) * sizeof *state->cuts;

  state->first = spec;
  state->cuts = sqlite3_malloc64(size);
  if (state->cuts == NULL) {
    sqlite3_result_error_nomem(context);
    return false;
  }
  memset(state->cuts, 0, size);
  return true;
}

static bool check_names(sqlite3_context *context, const merge_state *state,
                        const ftext_spec *spec) {
  char quote[2][FTEXT_QUOTE_SIZE];

  if (ftext_spec_same_names(state->first, spec)) {
    return true;
  }
  ftext_error(context, "spec %s has other splits than %s, or in another order",
              ftext_quote(quote[0], spec->text),
              ftext_quote(quote[1], state->first->text));
  return false;
}

static bool add(sqlite3_context *context, merge_state *state,
                const ftext_spec *spec) {
  uint32_t i;

  for (i = 0; i < boundaries(state); i++) {
    ftext_status status = ftext_places_add(&state->cuts[i], spec->cuts[i]);

    if (status != FTEXT_OK) {
      ftext_error_status(context, status);
      return false;
    }
  }
  state->rows++;
  return true;
}

void ftext_merge_step(sqlite3_context *context, int argc,
                      sqlite3_value **argv) {
  merge_state *state;
  ftext_spec *spec;

  (void)argc;
  if (sqlite3_value_type(argv[0]) == SQLITE_NULL) {
    return;
  }
  state = sqlite3_aggregate_context(context, (int)sizeof *state);
  spec = ftext_spec_keep(context, argv[0]);
  if (state == NULL || spec == NULL) {
    if (state == NULL) {
      sqlite3_result_error_nomem(context);
    }
    sqlite3_free(spec);
    return;
  }
  if (state->rows == 0) {
    clear(state);
    if (remember(context, state, spec)) {
      add(context, state, spec);
    }
    return;
  }
  if (check_names(context, state, spec)) {
    add(context, state, spec);
  }
  sqlite3_free(spec);
}

void ftext_merge_inverse(sqlite3_context *context, int argc,
                         sqlite3_value **argv) {
  merge_state *state = sqlite3_aggregate_context(context, 0);
  ftext_spec *spec;
  uint32_t i;

  (void)argc;
  if (state == NULL || sqlite3_value_type(argv[0]) == SQLITE_NULL) {
    return;
  }
  spec = ftext_spec_keep(context, argv[0]);
  if (spec == NULL) {
    return;
  }
  for (i = 0; i < boundaries(state); i++) {
    ftext_places_remove(&state->cuts[i], spec->cuts[i]);
  }
  state->rows--;
  sqlite3_free(spec);
}

void ftext_merge_value(sqlite3_context *context) {
  merge_state *state = sqlite3_aggregate_context(context, 0);
  ftext_spec merged;
  ftext_buffer out;
  uint32_t i;

  if (state == NULL || state->rows == 0) {
    return;
  }
  merged = *state->first;
  for (i = 0; i < boundaries(state); i++) {
    merged.cuts[i] = ftext_places_at(&state->cuts[i], state->cuts[i].count - 1);
  }
  ftext_buffer_init(&out,
                    ftext_length_limit(sqlite3_context_db_handle(context)));
  ftext_spec_write(&merged, &out);
  ftext_result_buffer(context, &out);
}

void ftext_merge_final(sqlite3_context *context) {
  merge_state *state = sqlite3_aggregate_context(context, 0);

  ftext_merge_value(context);
  if (state != NULL) {
    clear(state);
  }
}
