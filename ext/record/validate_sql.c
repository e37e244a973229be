/*
** ftext_validate: what a target would refuse in a record.
*/
#include "record/validate.h"

#include "record/argument.h"
#include "record/sql.h"
#include "token/argument.h"

/* The encoding and the model, where the call names one. */
static bool read_encoding(sqlite3_context *context, int argc,
                          sqlite3_value **argv, ftext_validation *validation) {
  if (argc < 3) {
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
  const ftext_target *target = ftext_target_argument(context, argv[1]);
  ftext_validation validation;
  ftext_findings findings = {.count = 0};
  ftext_json json = {0};
  ftext_text record;
  ftext_status status;

  if (target == NULL) {
    return;
  }
  ftext_validation_init(&validation, target);
  if (!read_encoding(context, argc, argv, &validation)) {
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
