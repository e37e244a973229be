/* Family split: which rows train, which rows validate, for ever. */
#ifndef FTEXT_SPLIT_FAMILY_H
#define FTEXT_SPLIT_FAMILY_H

#include "base/function.h"

extern const ftext_family ftext_split_family;

#endif
