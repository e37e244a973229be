/* Family record: every trainer's record, written, read and validated. */
#ifndef FTEXT_RECORD_FAMILY_H
#define FTEXT_RECORD_FAMILY_H

#include "base/function.h"

extern const ftext_family ftext_record_family;

#endif
