/* Family file: rows to JSONL files, and JSONL files to rows. */
#ifndef FTEXT_FILE_FAMILY_H
#define FTEXT_FILE_FAMILY_H

#include "base/function.h"

extern const ftext_family ftext_file_family;

#endif
