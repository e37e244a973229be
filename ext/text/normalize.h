/*
** Normalising text: which differences between two texts do not count.
**
** Steps are a set; they are applied in one fixed order, whatever order the
** user names them in:
**
**   1  broken UTF-8 becomes U+FFFD (always, with no step at all too)
**   2  nfc, nfkc   canonical or compatibility decomposition; nfkc wins
**   3  accents     marks of combining class 10 to 36, 200 and above go:
**                  what stands above, below or across a letter, and Hebrew
**                  and Arabic points.  Vowel signs, viramas, nuktas, kana
**                  voicing marks and overlays stay: they spell another
**                  word, and U+2260 would become '='.  Implies nfc
**   4  case        full case folding (CaseFolding.txt, C and F), as
**                  Python's str.casefold()
**   5  punctuation general category P goes.  S stays: '+', '$' and emoji
**                  carry meaning
**   6  digits      general category Nd becomes '0'
**   7  space       runs of White_Space become one space, none at the ends
**   8  nfc, nfkc   canonical order and composition
**
** Decomposition comes first and composition last, so that texts which are
** canonically equivalent give the same bytes, and so that normalising a
** second time changes nothing, for every set of steps.  The characters are
** those of Unicode 15.0 (text/unicode.h).  Cost is linear in the text.
*/
#ifndef FTEXT_TEXT_NORMALIZE_H
#define FTEXT_TEXT_NORMALIZE_H

#include "base/buffer.h"
#include "base/text.h"

enum {
  FTEXT_STEP_NFC = 1,
  FTEXT_STEP_NFKC = 2,
  FTEXT_STEP_CASE = 4,
  FTEXT_STEP_SPACE = 8,
  FTEXT_STEP_PUNCTUATION = 16,
  FTEXT_STEP_DIGITS = 32,
  FTEXT_STEP_ACCENTS = 64,
  FTEXT_STEPS_ALL = 127,
  FTEXT_STEPS_DEFAULT = FTEXT_STEP_NFC | FTEXT_STEP_CASE | FTEXT_STEP_SPACE
};

/* Their names, as an error lists them. */
#define FTEXT_STEP_NAMES "nfc, nfkc, case, space, punctuation, digits, accents"

/* Reads names separated by commas, with spaces around them or not; '' is
** the empty set.  False where one is unknown, which *wrong then is. */
bool ftext_steps_parse(ftext_text names, unsigned *steps, ftext_text *wrong);

/* Appends the normalised text.  FTEXT_OK, or what stopped it, which is also
** the buffer's status. */
ftext_status ftext_normalize(ftext_buffer *out, ftext_text text,
                             unsigned steps);

#endif
