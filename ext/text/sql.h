/* The SQL faces of family text; ext/text/family.c registers them. */
#ifndef FTEXT_TEXT_SQL_H
#define FTEXT_TEXT_SQL_H

#include "base/table.h"

ftext_call ftext_normalize_sql;
ftext_call ftext_fingerprint_sql;
ftext_call ftext_similarity_sql;
ftext_call ftext_minhash_sql;

ftext_call ftext_components_step;
ftext_finish ftext_components_final;

extern const ftext_table ftext_bands_table;

#endif
