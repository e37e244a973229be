/*
** The options of ftext_export: a JSON object.  A target brings the mark
** that its files begin with, unless the options say otherwise.
*/
#ifndef FTEXT_FILE_OPTIONS_H
#define FTEXT_FILE_OPTIONS_H

#include "base/json.h"
#include "base/option.h"
#include "base/text.h"
#include "record/target.h"

typedef struct ftext_export_options {
  bool bom;                   /* begin each file with U+FEFF */
  bool ascii;                 /* \uXXXX for what is not ASCII */
  bool final_newline;         /* end the last line too */
  bool progress;              /* say on the terminal how far it is */
  bool check;                 /* refuse what the target would refuse */
  bool bom_given;             /* the options say so, not the target */
  const ftext_target *target; /* or NULL */
  uint32_t json; /* the node with the names of JSON columns, or 0 */
  ftext_json document;
  char error[FTEXT_UNKNOWN_OPTION_SIZE]; /* where reading gave FTEXT_INVALID */
} ftext_export_options;

/* Their words in the manual. */
extern const ftext_option ftext_export_option_list[];

/* The options where none are given. */
void ftext_export_options_init(ftext_export_options *options);

/* Reads the JSON text, which must outlive the options.  FTEXT_OK,
** FTEXT_INVALID or FTEXT_NO_MEMORY. */
ftext_status ftext_export_options_read(ftext_export_options *options,
                                       ftext_text text);

void ftext_export_options_free(ftext_export_options *options);

#endif
