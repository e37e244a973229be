/*
** The face of token/chat.h.
*/
#include "token/chat.h"

#include "base/value.h"
#include "token/argument.h"
#include "token/sql.h"

void ftext_chat_token_count_sql(sqlite3_context *context, int argc,
                                sqlite3_value **argv) {
  const ftext_encoding *encoding =
      ftext_encoding_argument(context, argc, argv, 1);
  ftext_text model = ftext_text_of("");
  ftext_json json = {0};
  ftext_text text;
  uint64_t count = 0;
  ftext_status status;

  if (encoding == NULL) {
    return;
  }
  if (ftext_value_text(argv[0], &text) != FTEXT_OK ||
      (argc > 1 && ftext_value_text(argv[1], &model) != FTEXT_OK)) {
    sqlite3_result_error_nomem(context);
    return;
  }
  status = ftext_json_parse(&json, text.bytes, text.length);
  if (status == FTEXT_INVALID) {
    ftext_error(context, "the messages are no JSON: %s at byte %llu",
                json.error, (unsigned long long)json.error_at + 1);
  } else if (status == FTEXT_OK) {
    status = ftext_chat_count(&json, encoding,
                              ftext_chat_costs_of(model, encoding), &count);
    if (status == FTEXT_INVALID) {
      ftext_error(context, "the messages must be a JSON array of objects (or "
                           "an object with such an array as 'messages')");
    }
  }
  if (status == FTEXT_OK) {
    sqlite3_result_int64(context, (sqlite3_int64)count);
  } else if (status != FTEXT_INVALID) {
    ftext_error_status(context, status);
  }
  ftext_json_free(&json);
}
