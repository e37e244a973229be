/* Family metric: how good answers are, and how far people agree. */
#ifndef FTEXT_METRIC_FAMILY_H
#define FTEXT_METRIC_FAMILY_H

#include "base/function.h"

extern const ftext_family ftext_metric_family;

#endif
