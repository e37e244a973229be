/*
** The options of ftext_check, read from JSON.
*/
#ifndef FTEXT_CHECK_OPTIONS_H
#define FTEXT_CHECK_OPTIONS_H

#include "base/option.h"
#include "check/check.h"
#include "token/encoding.h"

/* What the completions are. */
typedef enum ftext_task {
  FTEXT_TASK_AUTO, /* inferred from the rows */
  FTEXT_TASK_CLASSIFICATION,
  FTEXT_TASK_CONDITIONAL, /* text written in answer to the prompt */
  FTEXT_TASK_OPEN_ENDED   /* text, and every prompt is empty */
} ftext_task;

typedef struct ftext_check_options {
  ftext_buffer columns[FTEXT_FIELD_COUNT]; /* names, empty: the field's own */
  bool absent[FTEXT_FIELD_COUNT];          /* named null: not to be used */
  const ftext_encoding *encoding;
  bool progress; /* say on the terminal how far it is */
  bool chat;     /* completions follow special tokens, not the prompt */
  ftext_task task;
  double near_rows; /* near_leak is not made where there are more rows */
  double thresholds[FTEXT_MOST_CHECKS];
  bool on[FTEXT_MOST_CHECKS];
  char error[768]; /* what is wrong, when reading gave FTEXT_INVALID */
} ftext_check_options;

/* The field's name, which is also the default name of its column. */
const char *ftext_field_name(ftext_field field);

const char *ftext_task_name(ftext_task task);

/* Whether the encoding joins a space with a number behind it: gpt2,
** r50k_base, p50k_base, p50k_edit. */
bool ftext_is_old(const ftext_encoding *encoding);

/* Their words in the manual. */
extern const ftext_option ftext_check_option_list[];

/* The defaults. */
void ftext_check_options_init(ftext_check_options *options);

/* Reads the JSON text over what is there.  FTEXT_OK, FTEXT_NO_MEMORY, or
** FTEXT_INVALID with the error. */
ftext_status ftext_check_options_read(ftext_check_options *options,
                                      ftext_text json);

void ftext_check_options_free(ftext_check_options *options);

#endif
