#include "check/family.h"

#include "check/sql.h"

static const ftext_table *const tables[] = {&ftext_check_table,
                                            &ftext_checks_table};

const ftext_family ftext_check_family = {
    .name = "check",
    .tables = tables,
    .table_count = sizeof tables / sizeof tables[0],
};
