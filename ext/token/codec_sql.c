/*
** ftext_encode and ftext_decode: texts to ids and back.
*/
#include "base/json.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "base/value.h"
#include "token/argument.h"
#include "token/definition.h"
#include "token/sql.h"
#include "token/token.h"

static bool on_ids(void *data, const uint32_t *ids, size_t count) {
  ftext_buffer *out = data;
  size_t i;

  for (i = 0; i < count; i++) {
    if (out->bytes[out->length - 1] != '[') {
      ftext_buffer_append_byte(out, ',');
    }
    ftext_buffer_append_integer(out, ids[i]);
  }
  return out->status == FTEXT_OK;
}

/* The next special token at or behind `at`: where it begins, the text's
** length where there is none; its id and length. */
static size_t find_special(const ftext_encoding *encoding, ftext_text text,
                           size_t at, uint32_t *id, size_t *length) {
  const uint8_t *bracket;

  while (at < text.length) {
    bracket = memchr(text.bytes + at, '<', text.length - at);
    if (bracket == NULL) {
      break;
    }
    at = (size_t)(bracket - text.bytes);
    *length =
        ftext_special_at(encoding, (ftext_text){bracket, text.length - at}, id);
    if (*length > 0) {
      return at;
    }
    at++;
  }
  *length = 0;
  return text.length;
}

/* With special tokens the text is cut at them first, and each segment is
** encoded by itself. */
static ftext_status encode(const ftext_encoding *encoding, ftext_text text,
                           bool special, ftext_buffer *out) {
  size_t at = 0;
  size_t end = text.length;
  size_t length = 0;
  uint32_t id = FTEXT_NONE;
  ftext_status status = FTEXT_OK;

  while (status == FTEXT_OK && at < text.length) {
    if (special) {
      end = find_special(encoding, text, at, &id, &length);
    }
    status = ftext_tokenize(encoding, (ftext_text){text.bytes + at, end - at},
                            on_ids, out, false);
    if (status == FTEXT_OK && length > 0) {
      on_ids(out, &id, 1);
    }
    at = end + length;
  }
  return status == FTEXT_OK ? out->status : status;
}

/* 'all' or 'none'; false when the function has been failed. */
static bool special_argument(sqlite3_context *context, sqlite3_value *value,
                             bool *special) {
  char quoted[FTEXT_NEAREST_SIZE];
  ftext_text text;

  if (ftext_value_text(value, &text) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return false;
  }
  *special = ftext_text_is(text, "all");
  if (!*special && !ftext_text_is(text, "none")) {
    ftext_error(context, "unknown special %s (known: all, none)",
                ftext_quote_unknown(quoted, text, "all, none"));
    return false;
  }
  return true;
}

void ftext_encode_sql(sqlite3_context *context, int argc,
                      sqlite3_value **argv) {
  const ftext_encoding *encoding =
      ftext_encoding_argument(context, argc, argv, 1);
  bool special = false;
  ftext_buffer out;
  ftext_text text;

  if (encoding == NULL ||
      (argc > 2 && !special_argument(context, argv[2], &special))) {
    return;
  }
  ftext_buffer_init(&out,
                    ftext_length_limit(sqlite3_context_db_handle(context)));
  out.status = ftext_value_text(argv[0], &text);
  ftext_buffer_append_byte(&out, '[');
  if (out.status == FTEXT_OK) {
    out.status = encode(encoding, text, special, &out);
  }
  ftext_buffer_append_byte(&out, ']');
  ftext_result_json(context, &out);
}

/* Appends an id's bytes; false where the encoding has no such id. */
static bool append_id(const ftext_encoding *encoding, int64_t id,
                      ftext_buffer *out) {
  char name[FTEXT_SPECIAL_SIZE];
  ftext_text bytes;
  size_t length;

  if (id < 0 || id >= (int64_t)ftext_encoding_size(encoding)) {
    return false;
  }
  bytes = ftext_token_bytes(encoding, (uint32_t)id);
  if (bytes.length > 0) {
    ftext_buffer_append(out, bytes.bytes, bytes.length);
    return true;
  }
  length = ftext_special_name(encoding, (uint32_t)id, name);
  ftext_buffer_append(out, name, length);
  return length > 0;
}

/* The bytes of all ids, one behind the other; false when the function has
** been failed because of what one of them is. */
static bool decode(sqlite3_context *context, const ftext_encoding *encoding,
                   const ftext_json *json, ftext_buffer *out) {
  bool array = json->nodes[0].type == FTEXT_JSON_ARRAY;
  uint32_t count = array ? json->nodes[0].count : 1;
  uint32_t at = array ? 1 : 0;
  char quoted[FTEXT_QUOTE_SIZE];
  int64_t id;
  uint32_t i;

  for (i = 0; i < count; i++, at = json->nodes[at].next) {
    if (!ftext_json_integer(json, at, &id) || !append_id(encoding, id, out)) {
      ftext_error(
          context, "no token of %s: %s", ftext_encoding_name(encoding),
          ftext_quote(quoted, (ftext_text){json->text + json->nodes[at].start,
                                           json->nodes[at].length}));
      return false;
    }
  }
  return true;
}

/* Tokens need not end where characters do, but a text does: like tiktoken's
** decode(), broken sequences become U+FFFD. */
static void result_repaired(sqlite3_context *context, ftext_buffer *bytes) {
  ftext_buffer out;

  if (bytes->status != FTEXT_OK ||
      ftext_utf8_valid_length(bytes->bytes, bytes->length) == bytes->length) {
    ftext_result_buffer(context, bytes);
    return;
  }
  ftext_buffer_init(&out, bytes->limit);
  ftext_utf8_repair(&out, bytes->bytes, bytes->length);
  ftext_buffer_free(bytes);
  ftext_result_buffer(context, &out);
}

void ftext_decode_sql(sqlite3_context *context, int argc,
                      sqlite3_value **argv) {
  const ftext_encoding *encoding =
      ftext_encoding_argument(context, argc, argv, 1);
  ftext_json json = {0};
  ftext_buffer out;
  ftext_text ids;
  ftext_status status;

  if (encoding == NULL) {
    return;
  }
  ftext_buffer_init(&out,
                    ftext_length_limit(sqlite3_context_db_handle(context)));
  status = ftext_value_text(argv[0], &ids);
  if (status == FTEXT_OK) {
    status = ftext_json_parse(&json, ids.bytes, ids.length);
  }
  if (status == FTEXT_INVALID) {
    ftext_error(context, "ids are no JSON: %s at byte %lld", json.error,
                (long long)json.error_at);
  } else if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  } else if (decode(context, encoding, &json, &out)) {
    result_repaired(context, &out);
  }
  ftext_buffer_free(&out);
  ftext_json_free(&json);
}

void ftext_encoding_sql(sqlite3_context *context, int argc,
                        sqlite3_value **argv) {
  const ftext_encoding *encoding;
  ftext_text name;

  (void)argc;
  if (ftext_value_text(argv[0], &name) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return;
  }
  encoding = ftext_encoding_find(name);
  if (encoding != NULL) {
    sqlite3_result_text(context, ftext_encoding_name(encoding), -1,
                        SQLITE_TRANSIENT);
  }
}
