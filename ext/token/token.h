/*
** Text to tokens: the one loop, and what is asked of it most.
**
** Text is read as UTF-8, each broken sequence as U+FFFD; special tokens'
** texts are ordinary text here.  Tokens are those of tiktoken's
** encode_ordinary().  Cost: n log n at most for n bytes, whatever the text.
*/
#ifndef FTEXT_TOKEN_TOKEN_H
#define FTEXT_TOKEN_TOKEN_H

#include "token/bpe.h"
#include "token/encoding.h"

/* Hands the text's tokens to the sink, in order, some at a time; a token's
** place in the text as read is the sum of the lengths of the bytes
** (ftext_token_bytes) of those before it.  With `counts` the sink may get
** NULL for the ids: it only wants to know how many.  FTEXT_OK, also when the
** sink stopped it, or FTEXT_NO_MEMORY. */
ftext_status ftext_tokenize(const ftext_encoding *encoding, ftext_text text,
                            ftext_token_sink *sink, void *data, bool counts);

/* How many tokens the text has; or limit + 1 as soon as it is known that
** there are more than limit. */
ftext_status ftext_token_count(const ftext_encoding *encoding, ftext_text text,
                               uint64_t limit, uint64_t *count);

/* The first token's id, or FTEXT_NONE for an empty text. */
ftext_status ftext_first_token(const ftext_encoding *encoding, ftext_text text,
                               uint32_t *id);

#endif
