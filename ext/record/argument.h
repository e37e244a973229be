/* The arguments of SQL functions about records, read in one way. */
#ifndef FTEXT_RECORD_ARGUMENT_H
#define FTEXT_RECORD_ARGUMENT_H

#include "base/value.h"
#include "record/target.h"

/* The target that the value names.  NULL when the function has been failed
** with the error that lists the known names. */
const ftext_target *ftext_target_argument(sqlite3_context *context,
                                          sqlite3_value *value);

/* Fails the running function: unknown target, with the known ones. */
void ftext_target_unknown(sqlite3_context *context, ftext_text name);

#endif
