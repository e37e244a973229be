/* The SQL faces of family check; ext/check/family.c registers them. */
#ifndef FTEXT_CHECK_SQL_H
#define FTEXT_CHECK_SQL_H

#include "base/table.h"

extern const ftext_table ftext_check_table;
extern const ftext_table ftext_checks_table;

#endif
