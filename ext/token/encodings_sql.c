/*
** The tables ftext_encodings and ftext_models.
*/
#include "base/value.h"
#include "token/definition.h"
#include "token/model.h"
#include "token/sql.h"

typedef struct list_cursor {
  ftext_cursor base; /* must come first */
  size_t position;
} list_cursor;

enum { NAME, VOCABULARY_SIZE, PATTERN, SPECIAL_TOKENS, UNICODE, FINGERPRINT };

static const ftext_column encoding_columns[] = {
    {"name", "TEXT", "the encoding's name, for every `encoding` argument"},
    {"vocabulary_size", "INTEGER", "the largest id plus one"},
    {"pattern", "TEXT",
     "the regular expression that cuts texts into pieces, "
     "as tiktoken spells it (ftext matches it by hand)"},
    {"special_tokens", "TEXT",
     "JSON object: text of a special token -> id; "
     "o200k_harmony's <|reserved_N|> are left out"},
    {"unicode", "TEXT", "version of Unicode that decides what a letter is"},
    {"fingerprint", "TEXT",
     "32 hex digits that change with the vocabulary's "
     "data, not with the code"},
};

static int encodings_open(ftext_cursor *base) {
  base->end = ftext_encoding_at(0) == NULL;
  return SQLITE_OK;
}

static int encodings_next(ftext_cursor *base) {
  list_cursor *cursor = (list_cursor *)base;

  base->end = ftext_encoding_at(++cursor->position) == NULL;
  return SQLITE_OK;
}

static void result_specials(sqlite3_context *context,
                            const ftext_encoding *encoding) {
  sqlite3_str *json = sqlite3_str_new(NULL);
  char *text;
  size_t i;

  for (i = 0; i < encoding->special_count; i++) {
    sqlite3_str_appendf(json, "%s\"%s\":%u", i == 0 ? "{" : ",",
                        encoding->specials[i].text, encoding->specials[i].id);
  }
  sqlite3_str_appendall(json, "}");
  text = sqlite3_str_finish(json);
  if (text == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  sqlite3_result_text(context, text, -1, sqlite3_free);
  sqlite3_result_subtype(context, 'J');
}

static void result_fingerprint(sqlite3_context *context,
                               const ftext_image *image) {
  static const char hex[] = "0123456789abcdef";
  char text[32];
  size_t i;

  for (i = 0; i < 16; i++) {
    text[2 * i] = hex[image->fingerprint[i] >> 4];
    text[2 * i + 1] = hex[image->fingerprint[i] & 15];
  }
  sqlite3_result_text(context, text, sizeof text, SQLITE_TRANSIENT);
}

static int encodings_column(ftext_cursor *base, sqlite3_context *context,
                            int column) {
  const ftext_encoding *encoding =
      ftext_encoding_at(((const list_cursor *)base)->position);

  switch (column) {
  case NAME:
    sqlite3_result_text(context, encoding->name, -1, SQLITE_TRANSIENT);
    break;
  case VOCABULARY_SIZE:
    sqlite3_result_int64(context, encoding->size);
    break;
  case PATTERN:
    sqlite3_result_text(context, encoding->pattern, -1, SQLITE_TRANSIENT);
    break;
  case SPECIAL_TOKENS:
    result_specials(context, encoding);
    break;
  case UNICODE:
    sqlite3_result_text(context, "16.0", -1, SQLITE_STATIC);
    break;
  default:
    result_fingerprint(context, encoding->image);
    break;
  }
  return SQLITE_OK;
}

const ftext_table ftext_encodings_table = {
    .name = "ftext_encodings",
    .arguments = "",
    .summary = "Lists the encodings, and what each is made of.",
    .details =
        "gpt2, r50k_base, p50k_base and p50k_edit share one vocabulary and "
        "one fingerprint, o200k_base and o200k_harmony another; they differ "
        "in which of its ids count and in special tokens. Source: tiktoken "
        "0.14.0, openai_public.py, and the rank files it names.",
    .example = "SELECT name, vocabulary_size FROM ftext_encodings",
    .columns = encoding_columns,
    .column_count = 6,
    .flags = FTEXT_PURE,
    .cursor_size = sizeof(list_cursor),
    .open = encodings_open,
    .next = encodings_next,
    .column = encodings_column,
};

static const ftext_column model_columns[] = {
    {"model", "TEXT",
     "a model's name, or with * at its end all names that "
     "begin so"},
    {"encoding", "TEXT", "the encoding that the model uses"},
    {"context", "INTEGER",
     "tokens that the model takes, prompt and answer "
     "together; NULL where it depends or is not known"},
};

static int models_open(ftext_cursor *base) {
  base->end = ftext_model_at(0) == NULL;
  return SQLITE_OK;
}

static int models_next(ftext_cursor *base) {
  list_cursor *cursor = (list_cursor *)base;

  base->end = ftext_model_at(++cursor->position) == NULL;
  return SQLITE_OK;
}

static int models_column(ftext_cursor *base, sqlite3_context *context,
                         int column) {
  const ftext_model *model =
      ftext_model_at(((const list_cursor *)base)->position);
  char *name;

  if (column == 0) {
    name = sqlite3_mprintf("%s%s", model->name, model->prefix ? "*" : "");
    if (name == NULL) {
      return SQLITE_NOMEM;
    }
    sqlite3_result_text(context, name, -1, sqlite3_free);
  } else if (column == 1) {
    sqlite3_result_text(context, model->encoding, -1, SQLITE_TRANSIENT);
  } else if (model->context > 0) {
    sqlite3_result_int64(context, model->context);
  }
  return SQLITE_OK;
}

const ftext_table ftext_models_table = {
    .name = "ftext_models",
    .arguments = "",
    .summary = "Lists the model names that stand for an encoding.",
    .details =
        "Every `encoding` argument takes a model's name too. It is read in "
        "lower case; `ft:` and what follows the base model are stripped, and "
        "so is `:ft-` and what follows it; then an exact name decides, else "
        "the longest prefix. Source: tiktoken 0.14.0, model.py; where that "
        "table is wrong or silent about fine-tuned models, the base model's "
        "encoding counts (ft:gpt-4.1, ft:o4-mini, ft:gpt-5, davinci:ft-). "
        "Contexts: OpenAI's model pages, 2025.",
    .example = "SELECT model, encoding, context FROM ftext_models "
               "WHERE model LIKE 'gpt-4.1%'",
    .columns = model_columns,
    .column_count = 3,
    .flags = FTEXT_PURE,
    .cursor_size = sizeof(list_cursor),
    .open = models_open,
    .next = models_next,
    .column = models_column,
};
