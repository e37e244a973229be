/* The arguments of SQL functions about records, read in one way. */
#ifndef FTEXT_RECORD_ARGUMENT_H
#define FTEXT_RECORD_ARGUMENT_H

#include "base/value.h"
#include "record/target.h"

/* The target that the value names.  NULL when the function has been failed
** with the error that lists the known names. */
const ftext_target *ftext_target_argument(sqlite3_context *context,
                                          sqlite3_value *value);

#endif
