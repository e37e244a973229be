/* Family check: what is wrong with a dataset, before the trainer says so. */
#ifndef FTEXT_CHECK_FAMILY_H
#define FTEXT_CHECK_FAMILY_H

#include "base/function.h"

extern const ftext_family ftext_check_family;

#endif
