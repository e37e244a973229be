#include "about/family.h"

#include "about/sql.h"

static const ftext_function functions[] = {
    {
        .name = "ftext_help",
        .arguments = "[name]",
        .returns = "TEXT, at most 80 columns wide",
        .summary = "The manual as text to be read.",
        .details =
            "Of a function or table, by its name with or without ftext_, all "
            "there is to say; of a family its functions and tables; without "
            "a name all of them. Names that are a family's too mean the "
            "family: split, check. NULL gives NULL; an unknown name is an "
            "error that says which one may be meant.",
        .example = "SELECT ftext_help('ftext_unit')",
        .most = 1,
        .flags = FTEXT_STATE,
        .call = ftext_help_sql,
    },
    {
        .name = "ftext_version",
        .arguments = "",
        .returns = "TEXT, 'v' and three numbers",
        .summary = "The version of ftext.",
        .details = "Not DETERMINISTIC, since it changes with the library.",
        .example = "SELECT ftext_version()",
        .flags = FTEXT_STATE,
        .call = ftext_version_sql,
    },
    {
        .name = "ftext_debug",
        .arguments = "",
        .returns = "TEXT, one fact a line",
        .summary = "What was built how, and what runs: for bug reports.",
        .details = "Version, compiler, SQLite, utf8proc and Unicode. The "
                   "lines may change between versions.",
        .example = "SELECT ftext_debug()",
        .flags = FTEXT_STATE,
        .call = ftext_debug_sql,
    },
};

static const ftext_table *const tables[] = {&ftext_functions_table};

const ftext_family ftext_about_family = {
    .name = "about",
    .functions = functions,
    .function_count = sizeof functions / sizeof functions[0],
    .tables = tables,
    .table_count = sizeof tables / sizeof tables[0],
};
