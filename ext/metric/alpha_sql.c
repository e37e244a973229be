/* ftext_alpha. */
#include "base/value.h"
#include "metric/agreement.h"
#include "metric/sql.h"

void ftext_alpha_step(sqlite3_context *context, int argc,
                      sqlite3_value **argv) {
  ftext_agreement *agreement;
  ftext_status status;
  ftext_key item;
  ftext_key label;

  (void)argc;
  if (sqlite3_value_type(argv[0]) == SQLITE_NULL ||
      sqlite3_value_type(argv[1]) == SQLITE_NULL ||
      !ftext_value_key(context, argv[0], "item", &item) ||
      !ftext_value_key(context, argv[1], "label", &label)) {
    return;
  }
  agreement = sqlite3_aggregate_context(context, (int)sizeof *agreement);
  if (agreement == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  status = ftext_agreement_add(agreement, item.text, label.text);
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  }
}

void ftext_alpha_final(sqlite3_context *context) {
  ftext_agreement *agreement = sqlite3_aggregate_context(context, 0);
  ftext_status status;
  double alpha;

  if (agreement == NULL) {
    return;
  }
  status = ftext_alpha(agreement, &alpha);
  if (status == FTEXT_OK) {
    sqlite3_result_double(context, alpha);
  } else if (status != FTEXT_INVALID) {
    ftext_error_status(context, status);
  }
  ftext_agreement_free(agreement);
}
