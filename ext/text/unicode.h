/*
** What Unicode says about characters, held at version 15.0.
**
** utf8proc does the work.  A code point that Unicode 15.0 does not assign
** is inert here whatever utf8proc knows about it: no category, combining
** class 0, no decomposition, no case, no composition.  Unicode never
** changes the normal forms and the case folding of assigned characters, so
** answers stay the same when ftext is built with a later utf8proc.
*/
#ifndef FTEXT_TEXT_UNICODE_H
#define FTEXT_TEXT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FTEXT_TEXT_UNICODE "15.0"

/* Set beside an unassigned code point, so that one look is enough. */
#define FTEXT_UNASSIGNED 0x40000000

/* The longest that one character can become. */
enum { FTEXT_UNICODE_EXPANSION = 32 };

typedef struct ftext_range {
  int32_t first;
  int32_t last;
} ftext_range;

/* The code points without a meaning in Unicode 15.0, in order; those in
** the private use areas and the surrogates have one. */
extern const ftext_range ftext_unassigned[];
extern const size_t ftext_unassigned_count;

/* The code point, marked FTEXT_UNASSIGNED where it is.  What the functions
** below take and give is marked like this. */
int32_t ftext_unicode_mark(uint32_t character);

/* Property White_Space: 25 characters. */
bool ftext_unicode_is_space(int32_t character);

/* General category P*. */
bool ftext_unicode_is_punctuation(int32_t character);

/* General category Nd. */
bool ftext_unicode_is_digit(int32_t character);

/* General category M*. */
bool ftext_unicode_is_mark(int32_t character);

/* Canonical combining class, 0 to 240. */
int ftext_unicode_combining_class(int32_t character);

/* What to do in ftext_unicode_expand(). */
enum {
  FTEXT_EXPAND_CANONICAL = 1,     /* canonical decomposition */
  FTEXT_EXPAND_COMPATIBILITY = 3, /* and the compatibility ones */
  FTEXT_EXPAND_FOLD = 4           /* full case folding */
};

/* Writes what the character becomes when the expansions are applied until
** nothing changes; returns how many characters that is. */
size_t ftext_unicode_expand(int32_t character, unsigned how,
                            int32_t out[FTEXT_UNICODE_EXPANSION]);

/* Canonical composition, in place, of characters in canonical order.
** Returns how many are left. */
size_t ftext_unicode_compose(int32_t *characters, size_t count);

#endif
