/*
** The encodings: which there are, and what each is made of.
**
** An encoding is a constant: a vocabulary image in read-only data, a
** pattern that cuts text into pieces, and special tokens.  Nothing is built
** or read when the library is loaded, and an encoding never changes under
** its name.  Rules and figures: docs/exactness.md.
*/
#ifndef FTEXT_TOKEN_ENCODING_H
#define FTEXT_TOKEN_ENCODING_H

#include "base/text.h"

typedef struct ftext_encoding ftext_encoding; /* see token/definition.h */

/* The encoding of that name, or of the model of that name (see
** token/model.h); NULL where neither is known. */
const ftext_encoding *ftext_encoding_find(ftext_text name);

/* o200k_base: what is meant where no encoding is named. */
const ftext_encoding *ftext_encoding_default(void);

/* The encodings in the order of ftext_encodings; NULL behind the last. */
const ftext_encoding *ftext_encoding_at(size_t position);

const char *ftext_encoding_name(const ftext_encoding *encoding);

/* The largest id plus one: tiktoken's n_vocab. */
uint32_t ftext_encoding_size(const ftext_encoding *encoding);

/* The bytes that an ordinary token's id stands for; length 0 for any other
** id.  Constant for ever. */
ftext_text ftext_token_bytes(const ftext_encoding *encoding, uint32_t id);

#endif
