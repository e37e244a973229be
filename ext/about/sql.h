/* The SQL faces of family about; ext/about/family.c registers them. */
#ifndef FTEXT_ABOUT_SQL_H
#define FTEXT_ABOUT_SQL_H

#include "base/table.h"

ftext_call ftext_version_sql;
ftext_call ftext_debug_sql;
ftext_call ftext_help_sql;

extern const ftext_table ftext_functions_table;

#endif
