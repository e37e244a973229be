/*
** Which label a model's answer means.
**
** Answer and completions are compared without the white space around them.
** A completion that is the whole answer wins; else the longest one that
** the answer begins with, where a boundary follows it: white space, or
** punctuation that no letter or digit follows ("1." and "1, because", but
** not "1.5" or "12").  Else there is none.
*/
#ifndef FTEXT_LABEL_MATCH_H
#define FTEXT_LABEL_MATCH_H

#include "base/names.h"

enum { FTEXT_MATCH_MESSAGE = 512 };

/* A map from completions to labels; starts as a struct of zeros. */
typedef struct ftext_matches {
  ftext_names completions; /* without white space around */
  ftext_names labels;
  uint32_t *label_of; /* by completion */
  size_t capacity;
} ftext_matches;

/* Adds a completion.  FTEXT_INVALID, with the message: it is empty, or
** another label has it. */
ftext_status ftext_matches_add(ftext_matches *matches, ftext_text label,
                               ftext_text completion,
                               char message[FTEXT_MATCH_MESSAGE]);

/* Whether the answer means a label, and which. */
bool ftext_matches_find(const ftext_matches *matches, ftext_text answer,
                        ftext_text *label);

void ftext_matches_free(ftext_matches *matches);

#endif
