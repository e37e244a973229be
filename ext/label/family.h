/* Family label: classes as tokens, and answers as classes. */
#ifndef FTEXT_LABEL_FAMILY_H
#define FTEXT_LABEL_FAMILY_H

#include "base/function.h"

extern const ftext_family ftext_label_family;

#endif
