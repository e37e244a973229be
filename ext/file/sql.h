/* The SQL faces of family file; ext/file/family.c registers them. */
#ifndef FTEXT_FILE_SQL_H
#define FTEXT_FILE_SQL_H

#include "base/table.h"

ftext_call ftext_export_sql;

extern const ftext_table ftext_read_jsonl_table;

#endif
