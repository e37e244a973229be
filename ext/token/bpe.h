/*
** Byte-pair encoding of one piece.
**
** The result is that of merging, always the adjacent pair of lowest rank,
** leftmost among equals, until no pair is in the vocabulary.  Cost: n log n
** at most for a piece of n bytes.
**
** Short pieces are merged just so.  Long ones are encoded through a window
** that slides over them, by this fact: a row of tokens is the encoding of
** its bytes exactly when each two neighbours are, by themselves, the
** encoding of their bytes ("stable").  So what a window gives may stand as
** soon as the seam to the tokens before it is stable; where it is not, the
** window grows to the left and takes the last tokens back.
*/
#ifndef FTEXT_TOKEN_BPE_H
#define FTEXT_TOKEN_BPE_H

#include "base/memory.h"
#include "token/vocabulary.h"

/* Gets tokens in order, as many at a time as there happen to be; returns
** false to stop. */
typedef bool ftext_token_sink(void *data, const uint32_t *ids, size_t count);

/* Hands the piece's tokens to the sink.  With `counts`, ids may be NULL
** there: the sink only wants to know how many.  *go is what the sink
** returned last.  FTEXT_OK or FTEXT_NO_MEMORY. */
ftext_status ftext_bpe(const ftext_vocabulary *words, ftext_text piece,
                       ftext_token_sink *sink, void *data, bool counts,
                       bool *go);

#endif
