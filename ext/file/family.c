#include "file/family.h"

#include "file/options.h"
#include "file/sql.h"

static const ftext_function functions[] = {
    {
        .name = "ftext_export",
        .arguments = "path, query [, options]",
        .returns = "TEXT, JSON: rows and bytes, in all and for every file",
        .summary = "Writes a query's rows as a JSONL file, whole or not at "
                   "all.",
        .details =
            "The query is one SELECT; its column names are the keys. NULL, "
            "INTEGER, REAL and TEXT become null, a number and a string; JSON "
            "values nest; one JSON column alone is the line itself. "
            "{column} in the path writes one file for each value, at most "
            "256, and leaves the column out of the record. The "
            "result is {\"rows\", \"bytes\", \"files\": "
            "[{\"path\", \"rows\", \"bytes\"}]}. A BLOB, broken UTF-8, an "
            "infinite number, a column name used twice, a query that fails: "
            "an error that names the row, and the old files stay. RFC 8259, "
            "jsonlines.org.",
        .example = "SELECT ftext_export('example.jsonl', "
                   "'SELECT 1 AS id, ''hello'' AS text')",
        .options = ftext_export_option_list,
        .least = 2,
        .most = 3,
        .flags = FTEXT_DIRECT | FTEXT_JSON,
        .call = ftext_export_sql,
    },
};

static const ftext_table *const tables[] = {&ftext_read_jsonl_table};

const ftext_family ftext_file_family = {
    .name = "file",
    .functions = functions,
    .function_count = sizeof functions / sizeof functions[0],
    .tables = tables,
    .table_count = sizeof tables / sizeof tables[0],
};
