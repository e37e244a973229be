/*
** The shape of a column of texts: what all of them begin and end with, the
** case of their letters, and which separators occur in none.
*/
#ifndef FTEXT_CHECK_SHAPE_H
#define FTEXT_CHECK_SHAPE_H

#include "base/buffer.h"
#include "base/text.h"

#include <stdbool.h>

typedef struct ftext_shape {
  int64_t texts;
  bool identical;     /* all texts are the first one */
  ftext_buffer first; /* the first text */
  size_t prefix;      /* bytes that all begin with */
  size_t suffix;      /* bytes that all end with */
  int64_t upper;      /* letters */
  int64_t lower;
  bool has_newline;
  unsigned found; /* a bit for each candidate that occurs */
} ftext_shape;

/* Separators that may end all prompts, and all completions; of both the
** first that occurs nowhere is advised.  Those of fine_tunes.prepare_data. */
extern const char *const ftext_prompt_separators[];
extern const char *const ftext_stop_sequences[];

/* The separator to advise; " ->" only where no text has a line feed. */
const char *ftext_free_separator(const ftext_shape *shape);
const char *ftext_free_stop_sequence(const ftext_shape *shape);

void ftext_shape_init(ftext_shape *shape);
void ftext_shape_free(ftext_shape *shape);

/* Looks at one more text.  `candidates` are separators, NULL behind the
** last.  FTEXT_OK or FTEXT_NO_MEMORY. */
ftext_status ftext_shape_add(ftext_shape *shape, ftext_text text,
                             const char *const *candidates);

/* What all texts begin and end with; whole characters. */
ftext_text ftext_shape_prefix(const ftext_shape *shape);
ftext_text ftext_shape_suffix(const ftext_shape *shape);

/* Whether `part` occurs in the text. */
bool ftext_contains(ftext_text text, ftext_text part);

#endif
