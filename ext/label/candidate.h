/*
** What a class may be called: texts that are one token in an encoding.
**
** What is one token is asked of the encoder, never of a list.  In a
** completion a text has a space before it, because tokens of words do: the
** prompt's last token and the space then never join.  Where a space and a
** number are two tokens (cl100k_base, o200k_base) all such completions
** would begin with the same token, and a number stands bare.  In a chat
** every text stands bare, because it follows a special token.
*/
#ifndef FTEXT_LABEL_CANDIDATE_H
#define FTEXT_LABEL_CANDIDATE_H

#include "token/token.h"

typedef enum ftext_strategy {
  FTEXT_BY_NUMBER, /* 1, 2, 3 ... up to 9999 */
  FTEXT_BY_LETTER, /* A to Z */
  FTEXT_BY_WORD,   /* lower-case words of the vocabulary, common ones first */
  FTEXT_BY_LABEL   /* a word of the label itself, see label/class_map.h */
} ftext_strategy;

enum { FTEXT_CANDIDATE_SIZE = 32, FTEXT_MOST_NUMBER = 9999 };

/* One walk over a strategy's candidates, other than FTEXT_BY_LABEL's. */
typedef struct ftext_candidates {
  const ftext_encoding *encoding;
  ftext_strategy strategy;
  bool chat;
  bool bare;     /* no space before the text */
  uint32_t next; /* a number, a letter's place, or an id */

  uint8_t text[FTEXT_CANDIDATE_SIZE]; /* the current candidate, */
  size_t length;                      /* 0 at the end, */
  uint32_t token;                     /* the one token it is, */
  uint32_t number;                    /* and what number or place it has */
} ftext_candidates;

bool ftext_strategy_find(ftext_text name, ftext_strategy *strategy);
const char *ftext_strategy_name(ftext_strategy strategy);

/* The id of the one token that the text is, FTEXT_NONE where it is none
** or several.  FTEXT_OK or FTEXT_NO_MEMORY. */
ftext_status ftext_one_token(const ftext_encoding *encoding, ftext_text text,
                             uint32_t *id);

/* Begins a walk; `first` is the first number or letter (from 1). */
ftext_status ftext_candidates_begin(ftext_candidates *candidates,
                                    const ftext_encoding *encoding,
                                    ftext_strategy strategy, bool chat,
                                    uint32_t first);

/* Goes to the next candidate. */
ftext_status ftext_candidates_next(ftext_candidates *candidates);

/* How many classes a strategy can tell apart: FTEXT_BY_LABEL as many as
** FTEXT_BY_NUMBER, which it falls back on. */
ftext_status ftext_class_capacity(const ftext_encoding *encoding,
                                  ftext_strategy strategy, bool chat,
                                  uint32_t *capacity);

#endif
