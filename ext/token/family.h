/* Family token: text to tokens and back. */
#ifndef FTEXT_TOKEN_FAMILY_H
#define FTEXT_TOKEN_FAMILY_H

#include "base/function.h"

extern const ftext_family ftext_token_family;

#endif
