/*
** The aggregate ftext_components(a, b).
*/
#include "base/utf8.h"
#include "base/value.h"
#include "text/components.h"
#include "text/sql.h"

typedef struct aggregate {
  ftext_components components;
  bool started;
} aggregate;

/* 2^53: up to here a REAL without a fraction is that integer. */
static const double most_exact = 9007199254740992.0;

static bool is_integral(double real) {
  return real > -most_exact && real < most_exact &&
         real == (double)(sqlite3_int64)real;
}

static ftext_status add_text(sqlite3_context *context, ftext_components *all,
                             sqlite3_value *value, size_t *id) {
  ftext_text text;
  ftext_status status = ftext_value_text(value, &text);

  if (status != FTEXT_OK) {
    return status;
  }
  if (ftext_utf8_valid_length(text.bytes, text.length) < text.length) {
    char quoted[FTEXT_QUOTE_SIZE];

    ftext_error(context, "the id %s is broken UTF-8 (JSON cannot hold it)",
                ftext_quote(quoted, text));
    return FTEXT_INVALID;
  }
  return ftext_components_add_text(all, text, id);
}

/* Adds the id that is not NULL.  FTEXT_INVALID: the function has failed. */
static ftext_status add(sqlite3_context *context, ftext_components *all,
                        sqlite3_value *value, size_t *id) {
  char quoted[FTEXT_QUOTE_SIZE];
  double real;
  ftext_text text;

  switch (sqlite3_value_type(value)) {
  case SQLITE_INTEGER:
    return ftext_components_add_integer(all, sqlite3_value_int64(value), id);
  case SQLITE_TEXT:
    return add_text(context, all, value, id);
  case SQLITE_FLOAT:
    real = sqlite3_value_double(value);
    if (is_integral(real)) {
      return ftext_components_add_integer(all, (sqlite3_int64)real, id);
    }
    break;
  default:
    break;
  }
  if (ftext_value_text(value, &text) != FTEXT_OK) {
    return FTEXT_NO_MEMORY;
  }
  ftext_error(context, "the id %s is neither INTEGER nor TEXT (CAST would do)",
              ftext_quote(quoted, text));
  return FTEXT_INVALID;
}

static ftext_status add_edge(sqlite3_context *context, ftext_components *all,
                             sqlite3_value **argv) {
  ftext_status status = FTEXT_OK;
  size_t ids[2] = {0, 0};
  int count = 0;
  int i;

  for (i = 0; i < 2 && status == FTEXT_OK; i++) {
    if (sqlite3_value_type(argv[i]) != SQLITE_NULL) {
      status = add(context, all, argv[i], &ids[count++]);
    }
  }
  if (status == FTEXT_OK && count == 2) {
    ftext_components_join(all, ids[0], ids[1]);
  }
  return status;
}

void ftext_components_step(sqlite3_context *context, int argc,
                           sqlite3_value **argv) {
  aggregate *state = sqlite3_aggregate_context(context, sizeof *state);
  ftext_status status;
  uint64_t seed;

  (void)argc;
  if (state == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  if (!state->started) {
    sqlite3_randomness(sizeof seed, &seed);
    ftext_components_init(&state->components, seed);
    state->started = true;
  }
  status = add_edge(context, &state->components, argv);
  if (status != FTEXT_OK && status != FTEXT_INVALID) {
    ftext_error_status(context, status);
  }
}

void ftext_components_final(sqlite3_context *context) {
  aggregate *state = sqlite3_aggregate_context(context, 0);
  ftext_components none;
  ftext_components *all = &none;
  ftext_buffer out;

  ftext_components_init(&none, 0);
  if (state != NULL && state->started) {
    all = &state->components;
  }
  ftext_buffer_init(&out,
                    ftext_length_limit(sqlite3_context_db_handle(context)));
  ftext_components_write(all, &out);
  ftext_result_json(context, &out);
  ftext_components_free(all);
}
