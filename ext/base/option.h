/*
** The options that a function takes in one JSON object: their names, and
** the manual's words about them.
*/
#ifndef FTEXT_BASE_OPTION_H
#define FTEXT_BASE_OPTION_H

#include "base/nearest.h"

typedef struct ftext_option {
  const char *name;  /* NULL behind the last one */
  const char *value; /* what it may be, and what it is where it is not given */
  const char *summary;
} ftext_option;

/* "unknown option 'asci'; did you mean 'ascii'? (known: ascii, bom, ...)".
** Returns out. */
enum { FTEXT_UNKNOWN_OPTION_SIZE = FTEXT_NEAREST_SIZE + 256 };
const char *ftext_unknown_option(char out[FTEXT_UNKNOWN_OPTION_SIZE],
                                 ftext_text name, const ftext_option *options);

#endif
