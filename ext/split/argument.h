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

#endif
