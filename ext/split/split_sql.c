#include "base/value.h"
#include "split/argument.h"
#include "split/sql.h"
#include "split/unit.h"

enum { LEAST_FOLDS = 2, MOST_FOLDS = 1000000 };

/* Seed and key as a place.  False when there is nothing more to do: the key
** is NULL, and so is the result, or the function has been failed. */
static bool read_place(sqlite3_context *context, int argc, sqlite3_value **argv,
                       int seed_at, uint64_t *place) {
  ftext_key seed;
  ftext_key key;

  if (!ftext_seed_argument(context, argc, argv, seed_at, &seed) ||
      sqlite3_value_type(argv[0]) == SQLITE_NULL ||
      !ftext_key_argument(context, argv[0], &key)) {
    return false;
  }
  *place = ftext_place(seed.text, key.text);
  return true;
}

void ftext_unit_sql(sqlite3_context *context, int argc, sqlite3_value **argv) {
  uint64_t place;

  if (read_place(context, argc, argv, 1, &place)) {
    sqlite3_result_double(context, (double)place / (double)FTEXT_PLACES);
  }
}

/* A constant spec is read once for a statement. */
static const ftext_spec *spec_argument(sqlite3_context *context,
                                       sqlite3_value **argv, int at) {
  ftext_spec *spec = sqlite3_get_auxdata(context, at);

  if (spec != NULL) {
    return spec;
  }
  spec = ftext_spec_keep(context, argv[at]);
  if (spec == NULL) {
    return NULL;
  }
  sqlite3_set_auxdata(context, at, spec, sqlite3_free);
  spec = sqlite3_get_auxdata(context, at);
  if (spec == NULL) {
    sqlite3_result_error_nomem(context);
  }
  return spec;
}

void ftext_split_sql(sqlite3_context *context, int argc, sqlite3_value **argv) {
  const ftext_spec *spec = NULL;
  uint64_t place;
  ftext_text name;

  if (sqlite3_value_type(argv[1]) != SQLITE_NULL) {
    spec = spec_argument(context, argv, 1);
    if (spec == NULL) {
      return;
    }
  }
  if (read_place(context, argc, argv, 2, &place) && spec != NULL) {
    name = spec->names[ftext_spec_find(spec, place)];
    sqlite3_result_text64(context, (const char *)name.bytes, name.length,
                          SQLITE_TRANSIENT, SQLITE_UTF8);
  }
}

/* NULL is allowed here, since NULL gives NULL. */
static bool read_folds(sqlite3_context *context, sqlite3_value *value,
                       sqlite3_int64 *folds) {
  char quote[FTEXT_QUOTE_SIZE];
  ftext_text text;
  int type = sqlite3_value_numeric_type(value);

  *folds = sqlite3_value_int64(value);
  if (type == SQLITE_NULL || (type == SQLITE_INTEGER && *folds >= LEAST_FOLDS &&
                              *folds <= MOST_FOLDS)) {
    return true;
  }
  if (ftext_value_text(value, &text) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return false;
  }
  ftext_error(context, "k must be an integer from 2 to 1000000, not %s",
              ftext_quote(quote, text));
  return false;
}

void ftext_fold_sql(sqlite3_context *context, int argc, sqlite3_value **argv) {
  sqlite3_int64 folds;
  uint64_t place;

  if (read_folds(context, argv[1], &folds) &&
      read_place(context, argc, argv, 2, &place) &&
      sqlite3_value_type(argv[1]) != SQLITE_NULL) {
    sqlite3_result_int64(context,
                         (sqlite3_int64)ftext_fold_of(place, (uint64_t)folds));
  }
}
