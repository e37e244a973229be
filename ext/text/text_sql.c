#include "base/nearest.h"
#include "base/sha256.h"
#include "base/value.h"
#include "text/minhash.h"
#include "text/normalize.h"
#include "text/shingle.h"
#include "text/sql.h"

#include <string.h>

/* The steps that an argument names.  False, and the function has failed,
** where it names unknown ones. */
static bool steps_of(sqlite3_context *context, sqlite3_value *value,
                     unsigned *steps) {
  char quoted[FTEXT_NEAREST_SIZE];
  ftext_text names;
  ftext_text wrong;

  if (ftext_value_text(value, &names) != FTEXT_OK) {
    ftext_error_status(context, FTEXT_NO_MEMORY);
    return false;
  }
  if (!ftext_steps_parse(names, steps, &wrong)) {
    ftext_error(context, "unknown step %s (known: %s)",
                ftext_quote_unknown(quoted, wrong, FTEXT_STEP_NAMES),
                FTEXT_STEP_NAMES);
    return false;
  }
  return true;
}

/* Normalises a value into the buffer.  False where the function failed. */
static bool normalize(sqlite3_context *context, ftext_buffer *out,
                      sqlite3_value *value, unsigned steps) {
  ftext_text text;
  ftext_status status = ftext_value_text(value, &text);

  if (status == FTEXT_OK) {
    status = ftext_normalize(out, text, steps);
  }
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  }
  return status == FTEXT_OK;
}

static ftext_text text_in(const ftext_buffer *buffer) {
  if (buffer->length == 0) {
    return ftext_text_of("");
  }
  return (ftext_text){buffer->bytes, buffer->length};
}

void ftext_normalize_sql(sqlite3_context *context, int argc,
                         sqlite3_value **argv) {
  unsigned steps = FTEXT_STEPS_DEFAULT;
  ftext_buffer out;

  if (argc > 1 && !steps_of(context, argv[1], &steps)) {
    return;
  }
  ftext_buffer_init(&out,
                    ftext_length_limit(sqlite3_context_db_handle(context)));
  if (normalize(context, &out, argv[0], steps)) {
    ftext_result_buffer(context, &out);
  }
  ftext_buffer_free(&out);
}

void ftext_fingerprint_sql(sqlite3_context *context, int argc,
                           sqlite3_value **argv) {
  enum { BYTES = 16 };
  static const char hex[] = "0123456789abcdef";
  unsigned steps = FTEXT_STEPS_DEFAULT;
  uint8_t digest[FTEXT_SHA256_SIZE];
  char digits[2 * BYTES];
  ftext_buffer out;
  ftext_sha256 hash;
  size_t i;

  if (argc > 1 && !steps_of(context, argv[1], &steps)) {
    return;
  }
  ftext_buffer_init(&out, SIZE_MAX);
  if (normalize(context, &out, argv[0], steps)) {
    ftext_sha256_init(&hash);
    ftext_sha256_update(&hash, text_in(&out).bytes, out.length);
    ftext_sha256_final(&hash, digest);
    for (i = 0; i < BYTES; i++) {
      digits[2 * i] = hex[digest[i] >> 4];
      digits[2 * i + 1] = hex[digest[i] & 15];
    }
    sqlite3_result_text(context, digits, sizeof digits, SQLITE_TRANSIENT);
  }
  ftext_buffer_free(&out);
}

/* The set of shingles of a value's text.  False where the function failed. */
static bool shingles_of(sqlite3_context *context, ftext_shingle_set *set,
                        sqlite3_value *value) {
  ftext_status status = FTEXT_OK;
  ftext_buffer out;
  bool good;

  ftext_buffer_init(&out, SIZE_MAX);
  good = normalize(context, &out, value, FTEXT_STEPS_DEFAULT);
  if (good) {
    status = ftext_shingle_set_of(set, text_in(&out));
  }
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  }
  ftext_buffer_free(&out);
  return good && status == FTEXT_OK;
}

void ftext_similarity_sql(sqlite3_context *context, int argc,
                          sqlite3_value **argv) {
  ftext_shingle_set a = {NULL, 0};
  ftext_shingle_set b = {NULL, 0};

  (void)argc;
  if (shingles_of(context, &a, argv[0]) && shingles_of(context, &b, argv[1])) {
    sqlite3_result_double(context, ftext_shingle_similarity(&a, &b));
  }
  ftext_shingle_set_free(&a);
  ftext_shingle_set_free(&b);
}

void ftext_minhash_sql(sqlite3_context *context, int argc,
                       sqlite3_value **argv) {
  uint8_t minhash[FTEXT_MINHASH_SIZE];
  ftext_buffer out;

  (void)argc;
  ftext_buffer_init(&out, SIZE_MAX);
  if (normalize(context, &out, argv[0], FTEXT_STEPS_DEFAULT)) {
    ftext_minhash(minhash, text_in(&out));
    sqlite3_result_blob(context, minhash, sizeof minhash, SQLITE_TRANSIENT);
  }
  ftext_buffer_free(&out);
}
