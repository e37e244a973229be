/* The SQL faces of family split; ext/split/family.c registers them. */
#ifndef FTEXT_SPLIT_SQL_H
#define FTEXT_SPLIT_SQL_H

#include "base/function.h"

ftext_call ftext_unit_sql;
ftext_call ftext_split_sql;
ftext_call ftext_fold_sql;

ftext_call ftext_fit_step;
ftext_call ftext_fit_inverse;
ftext_finish ftext_fit_value;
ftext_finish ftext_fit_final;

ftext_call ftext_merge_step;
ftext_call ftext_merge_inverse;
ftext_finish ftext_merge_value;
ftext_finish ftext_merge_final;

ftext_call ftext_groups_step;
ftext_finish ftext_groups_final;

#endif
