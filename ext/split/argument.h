/* The arguments of the split functions, read in one way everywhere. */
#ifndef FTEXT_SPLIT_ARGUMENT_H
#define FTEXT_SPLIT_ARGUMENT_H

#include "base/value.h"
#include "split/spec.h"

/* The text that is hashed for a key that is not NULL.  False when the
** running function has been failed. */
bool ftext_key_argument(sqlite3_context *context, sqlite3_value *value,
                        ftext_key *key);

/* The seed in argument `at`, 0 where there are not that many.  False when
** the running function has been failed: NULL, or as for a key. */
bool ftext_seed_argument(sqlite3_context *context, int argc,
                         sqlite3_value **argv, int at, ftext_key *seed);

/* Reads the spec and keeps it with a copy of its text.  The caller frees it
** by sqlite3_free().  NULL when the running function has been failed. */
ftext_spec *ftext_spec_keep(sqlite3_context *context, sqlite3_value *value);

/* The minimum in argument `at`, 1 where there are not that many.  False when
** the running function has been failed. */
bool ftext_least_argument(sqlite3_context *context, int argc,
                          sqlite3_value **argv, int at, sqlite3_int64 *least);

/* What all rows of an aggregate must have in common.  Starts as a struct of
** zeros. */
typedef struct ftext_rule {
  ftext_spec *spec; /* NULL: no row yet */
  uint8_t *seed;
  size_t seed_length;
  sqlite3_int64 least;
} ftext_rule;

/* The first row's spec, seed and minimum are kept, those of the others are
** compared with them.  False when the running function has been failed. */
bool ftext_rule_argument(sqlite3_context *context, ftext_rule *rule,
                         sqlite3_value *spec, ftext_text seed,
                         sqlite3_int64 least);

void ftext_rule_free(ftext_rule *rule);

#endif
