/*
** The words of a label, and what each may stand for.
**
** Labels are written in many ways: card_arrival, GetWeather, sci.space,
** "not relevant".  A word is a run of ASCII letters and digits, of bytes
** above 127, and of apostrophes inside; an upper-case letter behind a
** lower-case one begins a new word.  English alone is known here: which
** words turn a meaning round, and which say nothing.
*/
#ifndef FTEXT_LABEL_WORDS_H
#define FTEXT_LABEL_WORDS_H

#include "base/text.h"

typedef enum ftext_label_word_kind {
  FTEXT_LABEL_WORD_PLAIN, /* may stand for the label */
  FTEXT_LABEL_WORD_EMPTY, /* too short, with digits, or like "the": may not */
  FTEXT_LABEL_WORD_NEGATION, /* "not", "other": lost if any other word stands */
  FTEXT_LABEL_WORD_NEGATED   /* "unpaid": the only one that may stand */
} ftext_label_word_kind;

typedef struct ftext_label_word {
  ftext_text text; /* in the label, as written */
  ftext_label_word_kind kind;
} ftext_label_word;

/* The next word from byte *at on, which is moved behind it; false at the
** end.  Begin with 0. */
bool ftext_label_word_next(ftext_text label, size_t *at,
                           ftext_label_word *word);

/* ASCII upper-case letters become lower-case, in place. */
void ftext_fold_ascii(uint8_t *bytes, size_t length);

#endif
