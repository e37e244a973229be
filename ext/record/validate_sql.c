/*
** ftext_validate: what a target would refuse in a record.
*/
#include "record/validate.h"

#include "record/argument.h"
#include "record/sql.h"
#include "token/argument.h"

/* The encoding and the model that the call names.  With neither, the
** target's own encoding. */
static bool read_encoding(sqlite3_context *context, int argc,
                          sqlite3_value **argv, ftext_validation *validation) {
  validation->model = ftext_text_of("");
  if (argc < 3) {
    validation->encoding = ftext_encoding_find(ftext_text_of(
        validation->target->encoding != NULL ? validation->target->encoding
                                             : FTEXT_DEFAULT_ENCODING));
    return true;
  }
  validation->encoding = ftext_encoding_argument(context, argc, argv, 2);
  if (validation->encoding == NULL) {
    return false;
  }
  if (ftext_value_text(argv[2], &validation->model) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return false;
  }
  return true;
}

void ftext_validate_sql(sqlite3_context *context, int argc,
                        sqlite3_value **argv) {
  ftext_validation validation = {.target =
                                     ftext_target_argument(context, argv[1])};
  ftext_findings findings = {.count = 0};
  ftext_json json = {0};
  ftext_text record;
  ftext_status status;

  if (validation.target == NULL ||
      !read_encoding(context, argc, argv, &validation)) {
    return;
  }
  if (ftext_value_text(argv[0], &record) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return;
  }
  ftext_buffer_init(&findings.out,
                    ftext_length_limit(sqlite3_context_db_handle(context)));
  status = ftext_validate_record(&validation, record, &json, &findings);
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  } else if (findings.count > 0) {
    ftext_buffer_append_byte(&findings.out, ']');
    ftext_result_json(context, &findings.out);
  }
  ftext_buffer_free(&findings.out);
  ftext_json_free(&json);
}
