/*
** What to say about a name that is neither an encoding's nor a model's.
*/
#ifndef FTEXT_TOKEN_UNKNOWN_H
#define FTEXT_TOKEN_UNKNOWN_H

#include "base/nearest.h"

/* "unknown encoding 'o200k'; did you mean 'o200k_base'? (known: ...)".
** Returns out. */
enum { FTEXT_UNKNOWN_ENCODING_SIZE = FTEXT_NEAREST_SIZE + 192 };
const char *ftext_unknown_encoding(char out[FTEXT_UNKNOWN_ENCODING_SIZE],
                                   ftext_text name);

#endif
