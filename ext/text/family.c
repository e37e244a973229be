#include "text/family.h"

#include "text/sql.h"

static const ftext_function functions[] = {
    {
        .name = "ftext_normalize",
        .arguments = "text [, steps]",
        .returns = "TEXT",
        .summary = "The text without the differences that do not count.",
        .details =
            "steps is a list of names separated by commas, default "
            "'nfc,case,space'. Whatever their order there, they are applied "
            "in this one. Always: broken UTF-8 becomes U+FFFD. nfc, nfkc: "
            "canonical or compatibility decomposition, composed again at "
            "the end; nfkc wins where both are named. accents: marks of "
            "combining class 10 to 36 and from 200 go (what stands above, "
            "below or across a letter; Hebrew and Arabic points), and nfc is "
            "implied; vowel signs, viramas, nuktas, kana voicing marks and "
            "overlays stay. case: full case folding (CaseFolding.txt, C and "
            "F), as str.casefold() of Python. punctuation: general category "
            "P goes; S ('+', '$', emoji) stays. digits: every Nd becomes 0. "
            "space: runs of White_Space become one space, and none is left "
            "at the ends. '' does nothing but replace broken UTF-8. "
            "Canonically equivalent texts give the same result with nfc, "
            "and a second time changes nothing. The characters are those of "
            "Unicode 15.0; later ones are left as they are. NULL gives NULL. "
            "Error: an unknown step. Source: UAX 15 and UAX 44 of Unicode "
            "15.0.",
        .example = "SELECT ftext_normalize('  My CARD   has not arrived ')",
        .least = 1,
        .most = 2,
        .flags = FTEXT_PURE,
        .call = ftext_normalize_sql,
    },
    {
        .name = "ftext_fingerprint",
        .arguments = "text [, steps]",
        .returns = "TEXT, 32 hexadecimal digits",
        .summary = "The duplicate key of a text: equal for texts that are "
                   "equal when normalised.",
        .details = "The first 128 bits of SHA-256 (FIPS 180-4) of "
                   "ftext_normalize(text, steps), in lower case. A good key "
                   "for ftext_split where there is no better one, since "
                   "duplicates then share a split. An empty text has one "
                   "too. NULL gives NULL. Error: an unknown step.",
        .example = "SELECT ftext_fingerprint('Where is my card?')",
        .least = 1,
        .most = 2,
        .flags = FTEXT_PURE,
        .call = ftext_fingerprint_sql,
    },
    {
        .name = "ftext_similarity",
        .arguments = "a, b",
        .returns = "REAL, 0 to 1",
        .summary = "How alike two texts are: the Jaccard similarity of their "
                   "character 5-grams.",
        .details = "Both are normalised ('nfc,case,space'); then it is the "
                   "number of different stretches of 5 characters that both "
                   "have, over the number that either has. Exact: nothing is "
                   "hashed. A text of 1 to 4 characters is its own one "
                   "stretch; two empty texts are equal, 1.0, and an empty "
                   "and another one have nothing in common, 0.0. NULL gives "
                   "NULL. Cost n log n in the length, memory 32 bytes for "
                   "each character.",
        .example = "SELECT ftext_similarity('has not arrived', "
                   "'has not yet arrived')",
        .least = 2,
        .most = 2,
        .flags = FTEXT_PURE,
        .call = ftext_similarity_sql,
    },
    {
        .name = "ftext_minhash",
        .arguments = "text",
        .returns = "BLOB, 512 bytes",
        .summary = "128 numbers that agree between two texts about as often "
                   "as ftext_similarity says: for ftext_bands.",
        .details = "The MinHash of the character 5-grams of the text "
                   "normalised with 'nfc,case,space': for each of 128 "
                   "permutations the least value over all 5-grams, 32 bits, "
                   "least byte first. The permutations are fixed for ever "
                   "(ext/text/minhash.h says how they are made), so that "
                   "stored values stay comparable. An empty text has 512 "
                   "bytes x'ff'. NULL gives NULL. Source: Broder, On the "
                   "resemblance and containment of documents, 1997.",
        .example = "SELECT length(ftext_minhash('Where is my card?'))",
        .least = 1,
        .most = 1,
        .flags = FTEXT_PURE,
        .call = ftext_minhash_sql,
    },
    {
        .name = "ftext_components",
        .arguments = "a, b",
        .returns = "TEXT, a JSON object",
        .summary = "Who belongs together when each row says that a and b "
                   "do: each id with the representative of its component.",
        .details =
            "Ids are INTEGER or TEXT; 1 and '1' are one id, and so is 1.0. "
            "The representative is the smallest id in SQLite's order: "
            "integers by value, then texts by their bytes. It is a number "
            "in the JSON where it came as one in any row. Keys stand in the "
            "same order, and nothing depends on the order of the rows. A "
            "NULL beside an id adds the id alone, two NULLs add nothing, no "
            "rows give {}. Not a window function. Memory is bounded by the "
            "ids, not by the rows. Error: another REAL or a BLOB as id, "
            "broken UTF-8, a result above SQLite's length limit. Union-find "
            "after Tarjan and van Leeuwen, 1984.",
        .example = "SELECT ftext_components(column1, column2) "
                   "FROM (VALUES (1, 2), (2, 3), (7, NULL))",
        .least = 2,
        .most = 2,
        .flags = FTEXT_PURE | FTEXT_JSON | FTEXT_NULLS,
        .step = ftext_components_step,
        .final = ftext_components_final,
    },
};

static const ftext_table *const tables[] = {&ftext_bands_table};

const ftext_family ftext_text_family = {
    .name = "text",
    .functions = functions,
    .function_count = sizeof functions / sizeof functions[0],
    .tables = tables,
    .table_count = sizeof tables / sizeof tables[0],
};
