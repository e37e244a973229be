/* The SQL faces of family record; ext/record/family.c registers them. */
#ifndef FTEXT_RECORD_SQL_H
#define FTEXT_RECORD_SQL_H

#include "base/table.h"

ftext_call ftext_record_sql;
ftext_call ftext_preference_sql;
ftext_call ftext_validate_sql;
ftext_call ftext_messages_sql;

extern const ftext_table ftext_targets_table;

#endif
