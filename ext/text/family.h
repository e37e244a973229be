/* Family text: normalising texts, and finding those that are alike. */
#ifndef FTEXT_TEXT_FAMILY_H
#define FTEXT_TEXT_FAMILY_H

#include "base/function.h"

extern const ftext_family ftext_text_family;

#endif
