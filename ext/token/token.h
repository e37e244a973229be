/*
** Text to tokens: the one loop, and what is asked of it most.
**
** Text is read as UTF-8, each broken sequence as U+FFFD; special tokens'
** strings are ordinary text here.  Tokens are those of tiktoken's
** encode_ordinary().  Cost: n log n at most for n bytes, whatever the text.
*/
#ifndef FTEXT_TOKEN_TOKEN_H
#define FTEXT_TOKEN_TOKEN_H

#include "base/memory.h"
#include "token/encoding.h"

/* Gets one token after the other: its id, and where its bytes stand in the
** text as read (from 0; a broken sequence there is U+FFFD's three bytes).
** Returns false to stop. */
typedef bool ftext_token_sink(void *data, uint32_t id, size_t start,
                              size_t length);

/* Hands the text's tokens to the sink.  FTEXT_OK, also when the sink
** stopped it, or FTEXT_NO_MEMORY. */
ftext_status ftext_tokenize(const ftext_encoding *encoding, ftext_text text,
                            ftext_token_sink *sink, void *data);

/* How many tokens the text has, or limit + 1 as soon as there are more than
** limit.  The count is always exact up to there. */
ftext_status ftext_token_count(const ftext_encoding *encoding, ftext_text text,
                               uint64_t limit, uint64_t *count);

/* The first token's id, or FTEXT_NO_TOKEN for an empty text. */
#define FTEXT_NO_TOKEN UINT32_MAX
ftext_status ftext_first_token(const ftext_encoding *encoding, ftext_text text,
                               uint32_t *id);

#endif
