/*
** Pretokenizers: where the next piece of a text ends.
**
** Hand-written matchers of the three patterns that the encodings use (the
** patterns themselves stand in ext/token/encoding.c; their source is
** tiktoken's openai_public.py).  Pieces cover the text without a gap.  No
** character is looked at more than a few times, however long its run is,
** so that cutting a text costs O(n).
*/
#ifndef FTEXT_TOKEN_PIECE_H
#define FTEXT_TOKEN_PIECE_H

#include <stddef.h>
#include <stdint.h>

/* What a matcher returns when it had to look at a broken sequence to
** decide.  Callers give it a repaired text then; a broken byte at the very
** end of a text makes the matcher say so whenever it looks that far. */
#define FTEXT_PIECE_BROKEN SIZE_MAX

/* The end of the piece that begins at `at` < length. */
typedef size_t ftext_matcher(const uint8_t *text, size_t length, size_t at);

ftext_matcher ftext_piece_r50k; /* gpt2, r50k_base, p50k_base, p50k_edit */
ftext_matcher ftext_piece_cl100k;
ftext_matcher ftext_piece_o200k; /* o200k_base, o200k_harmony */

#endif
