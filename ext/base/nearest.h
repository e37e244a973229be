/*
** What was meant: of the names that are known, the one nearest to a name
** that is not, for "did you mean" in an error message.
**
** The distance counts slips: a character left out, added, replaced, or two
** neighbours in the wrong order.  A digit replaced counts as two, since that
** names another version rather than the same one wrongly.  Upper and lower
** case are the same, and so are '-', '_' and space.
**
** Near is what a third of the longer name's characters can have gone wrong
** in, three at most, and what leaves something of the shorter name.  Where
** no name is that near, one that the name begins, up to a '-' or '_', is
** what was meant: 'cl100k'.  Of two the one that comes first.
**
** Nothing is allocated.  Names of more than 64 characters are near to none.
*/
#ifndef FTEXT_BASE_NEAREST_H
#define FTEXT_BASE_NEAREST_H

#include "base/text.h"

typedef struct ftext_nearest {
  ftext_text name;              /* not known; must outlive the struct */
  unsigned slips;               /* from it to the nearest so far */
  char found[FTEXT_QUOTE_SIZE]; /* that one, quoted; "" where none is near */
} ftext_nearest;

ftext_nearest ftext_nearest_to(ftext_text name);

/* Looks at one of the known names. */
void ftext_nearest_try(ftext_nearest *nearest, ftext_text known);

/* The nearest of words that have ", " or a space between them. */
ftext_nearest ftext_nearest_word(ftext_text name, const char *words);

/* "; did you mean 'number'?", or nothing.  Returns out, as those below. */
enum { FTEXT_HINT_SIZE = FTEXT_QUOTE_SIZE + 24 };
const char *ftext_nearest_hint(char out[FTEXT_HINT_SIZE],
                               const ftext_nearest *nearest);

/* "'numbers'; did you mean 'number'?", or the quoted name alone. */
enum { FTEXT_NEAREST_SIZE = FTEXT_QUOTE_SIZE + FTEXT_HINT_SIZE };
const char *ftext_nearest_quote(char out[FTEXT_NEAREST_SIZE],
                                const ftext_nearest *nearest);

/* The same for the nearest word. */
const char *ftext_quote_unknown(char out[FTEXT_NEAREST_SIZE], ftext_text name,
                                const char *words);

#endif
