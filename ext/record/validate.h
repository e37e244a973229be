/*
** Validation: what a target would refuse in a record.
*/
#ifndef FTEXT_RECORD_VALIDATE_H
#define FTEXT_RECORD_VALIDATE_H

#include "record/target.h"

typedef struct ftext_validation {
  const ftext_target *target;
  const ftext_encoding *encoding; /* in which tokens are counted */
  ftext_text model;               /* as the user named it: its own limit */
} ftext_validation;

/* No model named: the target's own encoding. */
void ftext_validation_init(ftext_validation *validation,
                           const ftext_target *target);

/* Adds what is wrong with the record.  `json` is memory to work in, zeros
** at first; it may be used again, and the caller frees it.  FTEXT_OK,
** FTEXT_NO_MEMORY or FTEXT_TOO_BIG. */
ftext_status ftext_validate_record(const ftext_validation *validation,
                                   ftext_text record, ftext_json *json,
                                   ftext_findings *findings);

#endif
