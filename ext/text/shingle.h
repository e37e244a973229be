/*
** Shingles: the overlapping stretches of 5 characters of a text.
**
** A shingle is its five code points, 21 bits each, so that comparing
** shingles is comparing characters: nothing is hashed, nothing collides.
** A text of 1 to 4 characters is its own one shingle, with what is missing
** in front marked; an empty text has none.  Texts are read as UTF-8, with
** broken sequences as U+FFFD; they are usually normalised before.
*/
#ifndef FTEXT_TEXT_SHINGLE_H
#define FTEXT_TEXT_SHINGLE_H

#include "base/memory.h"
#include "base/text.h"

enum { FTEXT_SHINGLE_SIZE = 5 }; /* characters */

typedef struct ftext_shingle {
  uint64_t high; /* the first two characters */
  uint64_t low;  /* the last three */
} ftext_shingle;

/* Goes over the shingles of a text, in order, repeated ones repeated. */
typedef struct ftext_shingle_reader {
  ftext_text rest;
  ftext_shingle window;
  bool is_short; /* the one shingle of a short text is still to come */
} ftext_shingle_reader;

void ftext_shingle_begin(ftext_shingle_reader *reader, ftext_text text);

/* The next shingle; false behind the last. */
bool ftext_shingle_next(ftext_shingle_reader *reader, ftext_shingle *shingle);

/* The set of a text's shingles: sorted, each once. */
typedef struct ftext_shingle_set {
  ftext_shingle *shingles;
  size_t count;
} ftext_shingle_set;

/* FTEXT_OK, or FTEXT_NO_MEMORY with an empty set.  n log n in the length
** of the text; 32 bytes for each character while it works. */
ftext_status ftext_shingle_set_of(ftext_shingle_set *set, ftext_text text);

void ftext_shingle_set_free(ftext_shingle_set *set);

/* Jaccard similarity: shared shingles over all shingles of both, 0 to 1.
** Two empty sets are the same set: 1. */
double ftext_shingle_similarity(const ftext_shingle_set *a,
                                const ftext_shingle_set *b);

#endif
