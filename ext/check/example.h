/*
** Example ids: at most ten of them, kept as the inside of a JSON array.
*/
#ifndef FTEXT_CHECK_EXAMPLE_H
#define FTEXT_CHECK_EXAMPLE_H

#include "base/buffer.h"
#include "base/text.h"

enum {
  FTEXT_MOST_EXAMPLES = 10,
  FTEXT_LONGEST_ID = 200 /* bytes; a longer id is cut, which keeps memory
                         ** bounded */
};

/* A row's id: a whole number, a text, or nothing. */
typedef struct ftext_example_id {
  enum { FTEXT_ID_NONE, FTEXT_ID_INTEGER, FTEXT_ID_TEXT } type;
  int64_t integer;
  ftext_text text;
} ftext_example_id;

typedef struct ftext_examples {
  ftext_buffer json; /* "1,2,3"; allocated when the first id comes */
  int count;
} ftext_examples;

/* Adds an id, as long as there are fewer than ten. */
void ftext_examples_add(ftext_examples *examples, const ftext_example_id *id);

/* Adds another list's ids. */
void ftext_examples_append(ftext_examples *examples,
                           const ftext_examples *more);

void ftext_examples_clear(ftext_examples *examples);
void ftext_examples_free(ftext_examples *examples);

#endif
