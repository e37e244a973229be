/* The SQL faces of family label; ext/label/family.c registers them. */
#ifndef FTEXT_LABEL_SQL_H
#define FTEXT_LABEL_SQL_H

#include "base/table.h"

ftext_call ftext_match_class_sql;

extern const ftext_table ftext_class_map_table;

#endif
