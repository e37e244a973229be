#include "token/family.h"

#include "token/sql.h"

#define ENCODING_RULE                                                          \
  "`encoding` is an encoding's name (ftext_encodings) or a model's "           \
  "(ftext_models), default o200k_base; an unknown one is an error that lists " \
  "the known."

static const ftext_function functions[] = {
    {
        .name = "ftext_token_count",
        .arguments = "text [, encoding [, limit]]",
        .returns = "INTEGER, tokens",
        .summary = "How many tokens a text has.",
        .details =
            "Equals the length of tiktoken's encode_ordinary(text); '' has 0. "
            "With `limit` it stops as soon as there are more, and returns "
            "limit + 1. INTEGER and REAL are read as SQLite's text of them, "
            "a BLOB as UTF-8, broken UTF-8 as U+FFFD. NULL gives NULL. A "
            "limit that is no whole number from 0 is an error. " ENCODING_RULE,
        .example = "SELECT ftext_token_count('hello world', 'cl100k_base')",
        .least = 1,
        .most = 3,
        .flags = FTEXT_PURE,
        .call = ftext_token_count_sql,
    },
    {
        .name = "ftext_first_token",
        .arguments = "text [, encoding]",
        .returns = "TEXT, the token's characters; BLOB where its bytes are "
                   "not whole UTF-8",
        .summary = "The first token of a text.",
        .details = "What decides between classes when a model is asked for "
                   "one token. NULL for '' and for NULL. " ENCODING_RULE,
        .example = "SELECT ftext_first_token('Class: Cat', 'cl100k_base')",
        .least = 1,
        .most = 2,
        .flags = FTEXT_PURE,
        .call = ftext_first_token_sql,
    },
    {
        .name = "ftext_first_token_id",
        .arguments = "text [, encoding]",
        .returns = "INTEGER, an id",
        .summary = "The first token's id.",
        .details = "As a UNIQUE column it keeps classes from sharing a first "
                   "token. NULL for '' and for NULL. " ENCODING_RULE,
        .example = "SELECT ftext_first_token_id(' 1', 'cl100k_base'), "
                   "ftext_first_token_id(' 2', 'cl100k_base')",
        .least = 1,
        .most = 2,
        .flags = FTEXT_PURE,
        .call = ftext_first_token_id_sql,
    },
    {
        .name = "ftext_encode",
        .arguments = "text [, encoding [, special]]",
        .returns = "TEXT, a JSON array of ids",
        .summary = "A text's tokens as ids.",
        .details =
            "`special` is 'none' (default: text such as <|endoftext|> is "
            "ordinary text, as in tiktoken's encode_ordinary()) or 'all' "
            "(special tokens' texts become their ids, as with "
            "allowed_special='all'). NULL gives NULL. " ENCODING_RULE,
        .example = "SELECT ftext_encode('hello world', 'cl100k_base')",
        .least = 1,
        .most = 3,
        .flags = FTEXT_PURE | FTEXT_JSON,
        .call = ftext_encode_sql,
    },
    {
        .name = "ftext_decode",
        .arguments = "ids [, encoding]",
        .returns = "TEXT",
        .summary = "The text that ids stand for.",
        .details =
            "`ids` is a JSON array of ids, or one id; special tokens decode "
            "to their texts. Where the bytes together are no UTF-8, broken "
            "sequences become U+FFFD, as in tiktoken's decode(). NULL gives "
            "NULL; what is no id of the encoding is an error that names "
            "it. " ENCODING_RULE,
        .example = "SELECT ftext_decode('[15339,1917]', 'cl100k_base')",
        .least = 1,
        .most = 2,
        .flags = FTEXT_PURE,
        .call = ftext_decode_sql,
    },
    {
        .name = "ftext_truncate",
        .arguments = "text, max_tokens [, encoding]",
        .returns = "TEXT",
        .summary = "The longest beginning of a text that is at most "
                   "max_tokens of its own tokens.",
        .details =
            "It ends between tokens and between characters. Since a "
            "beginning's count can be larger than that of the whole text, it "
            "is cut on the text's own tokens and not searched for. NULL "
            "gives NULL; max_tokens must be a whole number from "
            "0. " ENCODING_RULE,
        .example = "SELECT ftext_truncate('notwithstanding all that', 2)",
        .least = 2,
        .most = 3,
        .flags = FTEXT_PURE,
        .call = ftext_truncate_sql,
    },
    {
        .name = "ftext_encoding",
        .arguments = "model",
        .returns = "TEXT, an encoding's name",
        .summary = "The encoding that a model uses.",
        .details = "NULL for a model that is not known, so that a dirty "
                   "column does not stop a query. ftext_models tells how "
                   "names are read. An encoding's own name gives itself.",
        .example = "SELECT ftext_encoding('ft:gpt-4o-mini-2024-07-18:a::b')",
        .least = 1,
        .most = 1,
        .flags = FTEXT_PURE,
        .call = ftext_encoding_sql,
    },
    {
        .name = "ftext_chat_token_count",
        .arguments = "messages [, model]",
        .returns = "INTEGER, tokens",
        .summary = "What a chat request of these messages costs, tools and "
                   "overhead included.",
        .details =
            "`messages` is a JSON array of message objects, or a request "
            "object with messages and tools (or functions). 3 a message and "
            "the tokens of its strings, 1 a name, 3 for the reply; 4 a "
            "message and -1 a name for gpt-3.5-turbo-0301. Functions as in "
            "the cookbook: 7 each in o200k encodings, 10 in others, and "
            "their names, descriptions, properties and enumerations. Text "
            "such as <|endoftext|> is text. Of content parts the texts "
            "count, of calls the names and arguments, of images nothing. "
            "`model` may be an encoding's name too, default o200k_base. NULL "
            "gives NULL; what is no list of messages is an error. OpenAI "
            "cookbook, How to count tokens with tiktoken, 2026-11: an "
            "estimate where tools or images are sent.",
        .example = "SELECT ftext_chat_token_count('[{\"role\":\"user\","
                   "\"content\":\"hello world\"}]', 'gpt-4o')",
        .least = 1,
        .most = 2,
        .flags = FTEXT_PURE,
        .call = ftext_chat_token_count_sql,
    },
};

static const ftext_table *const tables[] = {
    &ftext_tokens_table,
    &ftext_chunks_table,
    &ftext_encodings_table,
    &ftext_models_table,
};

const ftext_family ftext_token_family = {
    .name = "token",
    .functions = functions,
    .function_count = sizeof functions / sizeof functions[0],
    .tables = tables,
    .table_count = sizeof tables / sizeof tables[0],
};
