/*
** The table ftext_bands: a minhash cut into bands, one bucket for each.
*/
#include "base/value.h"
#include "text/minhash.h"
#include "text/sql.h"

typedef struct bands_cursor {
  ftext_cursor base; /* must come first */
  const uint8_t *minhash;
  int bands;
} bands_cursor;

enum { BAND, BUCKET };
enum { MINHASH, BANDS };

static const ftext_column columns[] = {
    {"band", "INTEGER", "from 0"},
    {"bucket", "INTEGER",
     "64 bits; equal for equal values in the same band, different for "
     "different bands"},
    {"minhash", "BLOB", ""},
    {"bands", "INTEGER", ""},
};

static int open_minhash(bands_cursor *cursor, sqlite3_value *value) {
  if (sqlite3_value_type(value) != SQLITE_BLOB) {
    return ftext_table_error(&cursor->base,
                             "the minhash is not a BLOB (ftext_minhash "
                             "makes one)");
  }
  if (sqlite3_value_bytes(value) != FTEXT_MINHASH_SIZE) {
    return ftext_table_error(&cursor->base,
                             "the minhash has '%d' bytes, not %d "
                             "(ftext_minhash makes one)",
                             sqlite3_value_bytes(value), FTEXT_MINHASH_SIZE);
  }
  cursor->minhash = sqlite3_value_blob(value);
  return cursor->minhash == NULL ? SQLITE_NOMEM : SQLITE_OK;
}

static int open_bands(bands_cursor *cursor, sqlite3_value *value) {
  char quoted[FTEXT_QUOTE_SIZE];
  sqlite3_int64 bands = FTEXT_BANDS_DEFAULT;
  ftext_text text;

  if (value != NULL) {
    bands = sqlite3_value_numeric_type(value) == SQLITE_INTEGER
                ? sqlite3_value_int64(value)
                : 0;
  }
  if (bands < 1 || bands > FTEXT_MINHASH_COUNT ||
      FTEXT_MINHASH_COUNT % bands != 0) {
    if (ftext_value_text(value, &text) != FTEXT_OK) {
      return SQLITE_NOMEM;
    }
    return ftext_table_error(&cursor->base,
                             "cannot cut %d values into %s bands (1, 2, 4, "
                             "8, 16, 32, 64 or 128)",
                             FTEXT_MINHASH_COUNT, ftext_quote(quoted, text));
  }
  cursor->bands = (int)bands;
  return SQLITE_OK;
}

static int bands_open(ftext_cursor *base) {
  bands_cursor *cursor = (bands_cursor *)base;
  int rc = open_minhash(cursor, base->arguments[MINHASH]);

  return rc == SQLITE_OK ? open_bands(cursor, base->arguments[BANDS]) : rc;
}

static int bands_next(ftext_cursor *base) {
  base->end = base->row > ((bands_cursor *)base)->bands;
  return SQLITE_OK;
}

static int bands_column(ftext_cursor *base, sqlite3_context *context,
                        int column) {
  const bands_cursor *cursor = (const bands_cursor *)base;
  int band = (int)base->row - 1;

  if (column == BAND) {
    sqlite3_result_int(context, band);
  } else {
    sqlite3_result_int64(
        context, ftext_minhash_bucket(cursor->minhash, band, cursor->bands));
  }
  return SQLITE_OK;
}

const ftext_table ftext_bands_table = {
    .name = "ftext_bands",
    .arguments = "minhash [, bands]",
    .summary = "Cuts a minhash into bands: texts that share a bucket are "
               "candidates for near duplicates.",
    .details =
        "A band is 128 / bands values of the minhash, 16 bands of 8 by "
        "default; bands divides 128. Two texts of similarity s share at "
        "least one of 16 buckets with probability 1 - (1 - s^8)^16: 0.947 "
        "at 0.8, 0.500 at 0.674, 0.061 at 0.5. More bands find less similar "
        "texts, and more candidates to compare. Join on bucket, then let "
        "ftext_similarity decide. The minhash of an empty text has buckets "
        "as any other: empty texts are equal. No rows for NULL. Error: a "
        "minhash that is not a BLOB of 512 bytes; bands that do not divide "
        "128. Source: Leskovec, Rajaraman and Ullman, Mining of Massive "
        "Datasets, section 3.4.",
    .example = "SELECT band, bucket FROM ftext_bands(ftext_minhash('hello'))",
    .columns = columns,
    .column_count = 2,
    .argument_count = 2,
    .required = 1,
    .flags = FTEXT_PURE,
    .cursor_size = sizeof(bands_cursor),
    .open = bands_open,
    .next = bands_next,
    .column = bands_column,
};
