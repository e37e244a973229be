#include "split/family.h"

#include "split/sql.h"

/* What the rows below have in common. */
#define KEY_RULE                                                               \
  "A key is hashed as bytes: an INTEGER as its decimal digits, TEXT as its "   \
  "UTF-8, a BLOB as it is, a REAL without fraction (below 2^53) as the "       \
  "INTEGER, so 1, '1', 1.0 and x'31' are one key. Any other REAL is an "       \
  "error: CAST it to TEXT. Nothing is trimmed, folded or normalised. The "     \
  "seed is read like a key; its default is 0, NULL is an error. A NULL key "   \
  "gives NULL. "

#define SPEC_RULE                                                              \
  "A spec is 2 to 64 names with weights (valid=0.2,train=0.8: positive "       \
  "decimals, at most 9 digits behind the point, any total up to "              \
  "9000000000), or with cuts (valid<3333333333334,train: exclusive upper "     \
  "bounds in 13 hex digits, never falling; the last name takes the rest). "    \
  "Names are [A-Za-z_][A-Za-z0-9_.-]*, each once; no white space. "

static const ftext_function functions[] = {
    {
        .name = "ftext_unit",
        .arguments = "key [, seed]",
        .returns = "REAL, 0 <= unit < 1",
        .summary = "A key's own number: the same on every machine, for ever.",
        .details =
            "The first 13 hex digits of SHA-256 (FIPS 180-4) over seed, ':' "
            "and key, over 2^52. " KEY_RULE
            "ORDER BY ftext_unit(id, 7) is a shuffle that can be repeated, "
            "WHERE ftext_unit(id, 7) < 0.01 a sample.",
        .example = "SELECT ftext_unit('user_1')",
        .least = 1,
        .most = 2,
        .flags = FTEXT_PURE | FTEXT_NULLS,
        .call = ftext_unit_sql,
    },
    {
        .name = "ftext_split",
        .arguments = "key, spec [, seed]",
        .returns = "TEXT, a name of the spec",
        .summary = "The split that a key belongs to.",
        .details =
            "The names divide [0, 1) in the order of the list, by weights "
            "or by cuts; the key's ftext_unit says which one. A pure "
            "function of its arguments, so rows that are added never move "
            "another row, and valid=.2,test=.1,train=.7 takes the rows of "
            "test from train alone. " SPEC_RULE KEY_RULE
            "A NULL spec gives NULL.",
        .example = "SELECT ftext_split('user_1', 'valid=0.2,train=0.8')",
        .least = 2,
        .most = 3,
        .flags = FTEXT_PURE | FTEXT_NULLS,
        .call = ftext_split_sql,
    },
    {
        .name = "ftext_fold",
        .arguments = "key, k [, seed]",
        .returns = "INTEGER, 0 to k - 1",
        .summary = "The fold of a key, for k-fold cross-validation.",
        .details =
            "floor(ftext_unit(key, seed) * k), exact. k is an INTEGER from "
            "2 to 1000000. For repeated cross-validation change the seed; "
            "nested levels take a seed each. " KEY_RULE "A NULL k gives NULL.",
        .example = "SELECT ftext_fold('user_1', 5)",
        .least = 2,
        .most = 3,
        .flags = FTEXT_PURE | FTEXT_NULLS,
        .call = ftext_fold_sql,
    },
    {
        .name = "ftext_split_fit",
        .arguments = "key, spec, min [, seed]",
        .returns = "TEXT, the spec as cuts",
        .summary = "Bends a spec's cuts until a group has min keys in every "
                   "split; for use per class.",
        .details =
            "With n distinct keys and J splits every split gets at least "
            "max(1, min(min, floor(n / J))) keys. A cut that need not move "
            "is the spec's own, to the last bit; one that must is moved as "
            "little as possible, in the order of the list. With fewer keys "
            "than splits the heaviest splits get one each (of equal weights "
            "the last split first, then the order of the list), so a single "
            "key goes to the heaviest. The order of the rows does not "
            "matter; a key that comes twice counts once. Store the result "
            "to freeze the splits: under stored cuts no row ever moves. "
            "Refitted after rows were added, a key can move from train to "
            "valid only where train itself had to be rescued, or where the "
            "group had fewer than min keys for each split. Rows whose key "
            "or spec is NULL are left out; without others the result is "
            "NULL. spec, min and seed must be the same in the whole group. "
            "As a window function it needs PARTITION BY the class; its "
            "inverse is exact. O(log n) a row, 32 bytes a key. " SPEC_RULE
                KEY_RULE,
        .example = "SELECT value % 3 AS class, ftext_split_fit(value, "
                   "'valid=0.2,train=0.8', 1) AS cuts "
                   "FROM json_each('[1,2,3,4,5,6]') GROUP BY class",
        .least = 3,
        .most = 4,
        .flags = FTEXT_PURE,
        .step = ftext_fit_step,
        .final = ftext_fit_final,
        .value = ftext_fit_value,
        .inverse = ftext_fit_inverse,
    },
    {
        .name = "ftext_split_merge",
        .arguments = "spec",
        .returns = "TEXT, the spec as cuts",
        .summary = "The highest of each cut: one spec for a group of rows "
                   "that spans classes.",
        .details =
            "Classes have cuts of their own, but rows of one user or "
            "document must stay together: such a group takes the maximum of "
            "its classes' cuts, so that every class still has its keys in "
            "the splits that come first. With two splits that holds for the "
            "first; the last one can lose a class whose groups were all "
            "raised for other classes. All specs must have the same names "
            "in the same order. NULL is left out; without others the result "
            "is NULL. Also a window function, with an exact "
            "inverse. " SPEC_RULE,
        .example = "SELECT ftext_split_merge(value) FROM json_each("
                   "'[\"valid<3333333333334,train\","
                   "\"valid<4000000000000,train\"]')",
        .least = 1,
        .most = 1,
        .flags = FTEXT_PURE,
        .step = ftext_merge_step,
        .final = ftext_merge_final,
        .value = ftext_merge_value,
        .inverse = ftext_merge_inverse,
    },
    {
        .name = "ftext_split_groups",
        .arguments = "key, label, spec [, min [, seed [, known]]]",
        .returns = "TEXT, JSON object key -> split",
        .summary = "The split of every key, such that every class is in "
                   "every split even where keys have rows of several "
                   "classes.",
        .details =
            "One call over the rows of all classes. A key goes where "
            "ftext_split has it, unless a class would be absent from a split "
            "or have fewer than min keys there (default 1): a class of n "
            "keys needs, with J splits, max(1, min(min, floor(n / J))) in "
            "each. Then the rarest class first takes the key nearest to the "
            "split, never one that another class needs where it is without "
            "giving that class another. No key is moved without need; where "
            "each key has one class the result is that of ftext_split_fit, "
            "for two splits. A class with fewer keys than splits cannot be in "
            "all: it is no error, ftext_check names it. Whether all classes "
            "can be served at once is NP-complete (set splitting), so the "
            "search has a fixed end, and in contrived cases one may be left "
            "without. known is the split that a key already has, or NULL: "
            "such a key stays there, and the new ones fill what is missing. "
            "Two different ones for a key are an error. The order of the "
            "rows does not matter. A row without label counts for no class, "
            "but its key gets a split; labels are compared as keys are. Rows "
            "whose key or spec is NULL are left out; without others the "
            "result is NULL. spec, min and seed must be the same in all "
            "rows. A key that is broken UTF-8 is an error. The object is in "
            "the order of ftext_unit; read it by json_each. n log n, memory "
            "by the distinct pairs of key and label. " SPEC_RULE KEY_RULE,
        .example = "SELECT ftext_split_groups(value % 3, value % 2, "
                   "'valid=0.2,train=0.8') FROM json_each('[1,2,3,4,5,6]')",
        .least = 3,
        .most = 6,
        .flags = FTEXT_PURE | FTEXT_JSON,
        .step = ftext_groups_step,
        .final = ftext_groups_final,
    },
};

const ftext_family ftext_split_family = {
    .name = "split",
    .functions = functions,
    .function_count = sizeof functions / sizeof functions[0],
};
