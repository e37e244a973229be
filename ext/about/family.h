/* Family about: what ftext says about itself. */
#ifndef FTEXT_ABOUT_FAMILY_H
#define FTEXT_ABOUT_FAMILY_H

#include "base/function.h"

extern const ftext_family ftext_about_family;

#endif
