#include "label/family.h"

#include "label/sql.h"

static const ftext_function functions[] = {
    {
        .name = "ftext_match_class",
        .arguments = "output, map",
        .returns = "TEXT, a label, or NULL",
        .summary = "The label that a model's raw answer means.",
        .details =
            "map is a JSON object label: completion, as from "
            "json_group_object(label, completion). White space around answer "
            "and completions does not count. A completion that is the whole "
            "answer wins; else the longest one that the answer begins with, "
            "if white space follows it, or punctuation that no letter or "
            "digit follows. Else the result is NULL: count those, they are "
            "wrong answers and no class of their own. Case counts. Errors: a "
            "map that is not such an object, an empty completion, two labels "
            "with one completion. The map that came last is kept, so that many "
            "answers in a row are read quickly.",
        .example = "SELECT ftext_match_class(' 12.', "
                   "'{\"refund\":\" 1\",\"shipping\":\" 12\"}')",
        .least = 2,
        .most = 2,
        .flags = FTEXT_PURE,
        .call = ftext_match_class_sql,
    },
};

static const ftext_table *const tables[] = {&ftext_class_map_table};

const ftext_family ftext_label_family = {
    .name = "label",
    .functions = functions,
    .function_count = sizeof functions / sizeof functions[0],
    .tables = tables,
    .table_count = sizeof tables / sizeof tables[0],
};
